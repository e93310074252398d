using AslTutorial.Training.Contracts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Admission;

/// <summary>What an endpoint costs, beside being a request.</summary>
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

    /// <summary>What a request costs. Trainers have their keys, and whoever watches over the site asks for its health.</summary>
    public static Cost CostsOf(this HttpContext context, Caller caller)
    {
        var (request, endpoint) = (context.Request, context.GetEndpoint());
        if (request.Path.StartsWithSegments(Trainers) || request.Path.StartsWithSegments(TrainerRoutes.Hub) || request.Path.StartsWithSegments(Health))
        {
            return Cost.None;
        }

        if (context.IsOperators())
        {
            return Cost.Operate;
        }

        var costs = Cost.Request | (endpoint?.Metadata.GetMetadata<EndpointCosts>()?.Costs ?? Cost.None);
        var isPage = endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage)
        {
            costs |= Cost.Page;
        }

        costs |= context.OpensSocket() ? Cost.Socket : Cost.None;

        var isChange = request.Path.StartsWithSegments(Api) && !HttpMethods.IsGet(request.Method);
        return caller.Learner is null && (isPage || isChange) ? costs | Cost.Newcomer : costs;
    }

    /// <summary>Whether it is for the operator, who is no learner.</summary>
    public static bool IsOperators(this HttpContext context) => context.Request.Path.StartsWithSegments(Operate);

    /// <summary>Whether a request that only reads would be given a cookie.</summary>
    public static bool WouldName(this HttpContext context, Caller caller) =>
        caller.Learner is null && context.Request.Path.StartsWithSegments(Api) && HttpMethods.IsGet(context.Request.Method);

    // By what routing has found: the same endpoint has several spellings.
    private static bool OpensSocket(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method));
}
