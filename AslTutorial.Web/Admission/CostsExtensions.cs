using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;

namespace AslTutorial.Web.Admission;

/// <summary>An endpoint's costs in addition to <see cref="Cost.Request"/>.</summary>
internal sealed record EndpointCosts(Cost Costs);

internal static class CostsExtensions
{
    private static readonly PathString Circuit = "/_blazor";
    private static readonly PathString Trainers = "/trainers";
    private static readonly PathString Health = "/health";
    private static readonly PathString Api = "/api";
    private static readonly PathString Operate = "/operate";

    public static TBuilder Costs<TBuilder>(this TBuilder builder, Cost costs)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new EndpointCosts(costs));

    /// <summary>A request's costs. None for trainers and the operator, who have keys, nor for health checks.</summary>
    public static Cost CostsOf(this HttpContext context, Caller caller)
    {
        var (request, endpoint) = (context.Request, context.GetEndpoint());
        if (request.Path.StartsWithSegments(Trainers) || request.Path.StartsWithSegments(TrainerRoutes.Hub) || request.Path.StartsWithSegments(Health)
            || request.Path.StartsWithSegments(Operate))
        {
            return Cost.None;
        }

        var costs = Cost.Request | (endpoint?.Metadata.GetMetadata<EndpointCosts>()?.Costs ?? Cost.None);
        var isPage = endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage)
        {
            costs |= Cost.Page;
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsConnect(request.Method))
        {
            costs |= request.Path == Circuit || request.Path == ConnectionPaths.Training ? Cost.Socket : Cost.None;
        }

        var isChange = request.Path.StartsWithSegments(Api) && !HttpMethods.IsGet(request.Method);
        return caller.Learner is null && (isPage || isChange) ? costs | Cost.Newcomer : costs;
    }

    /// <summary>Whether a read-only request would get a new cookie.</summary>
    public static bool WouldName(this HttpContext context, Caller caller) =>
        caller.Learner is null && context.Request.Path.StartsWithSegments(Api) && HttpMethods.IsGet(context.Request.Method);
}
