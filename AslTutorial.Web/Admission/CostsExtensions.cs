using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Admission;

/// <summary>An endpoint's costs in addition to <see cref="Cost.Request"/>.</summary>
internal sealed record EndpointCosts(Cost Costs);

internal static class CostsExtensions
{
    private static readonly PathString Trainers = "/trainers";
    private static readonly PathString Health = "/health";
    private static readonly PathString Api = "/api";
    private static readonly PathString Operate = "/operate";

    public static TBuilder Costs<TBuilder>(this TBuilder builder, Cost costs)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new EndpointCosts(costs));

    /// <summary>The costs of a request. Trainers have keys of their own, and health checks are free.</summary>
    public static Cost CostsOf(this HttpContext context, Caller caller)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(Trainers) || request.Path.StartsWithSegments(TrainerRoutes.Hub) || request.Path.StartsWithSegments(Health))
        {
            return Cost.None;
        }

        if (context.IsOperators())
        {
            return Cost.Operate;
        }

        var costs = Cost.Request | (context.GetEndpoint()?.Metadata.GetMetadata<EndpointCosts>()?.Costs ?? Cost.None);
        costs |= context.DrawsPage() ? Cost.Page : Cost.None;
        costs |= context.OpensSocket() ? Cost.Socket : Cost.None;
        var isChange = request.Path.StartsWithSegments(Api) && !HttpMethods.IsGet(request.Method);
        return caller.Learner is null && (context.IsPage() || isChange) ? costs | Cost.Newcomer : costs;
    }

    /// <summary>Whether the request is the operator's, who is no learner.</summary>
    public static bool IsOperators(this HttpContext context) => context.Request.Path.StartsWithSegments(Operate);

    /// <summary>Whether the request is for an existing page.</summary>
    public static bool IsPage(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>Whether the response is a page. If routing has found no endpoint of the site's own, it is the not-found page.</summary>
    public static bool DrawsPage(this HttpContext context) =>
        context.IsPage() || (context.GetEndpoint() is not RouteEndpoint && !ProgramPaths.Contain(context.Request.Path));

    /// <summary>Whether a read-only request would get a new cookie.</summary>
    public static bool WouldName(this HttpContext context, Caller caller) =>
        caller.Learner is null && context.Request.Path.StartsWithSegments(Api) && HttpMethods.IsGet(context.Request.Method);

    // By what routing has found: the same endpoint has several spellings.
    private static bool OpensSocket(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method));
}
