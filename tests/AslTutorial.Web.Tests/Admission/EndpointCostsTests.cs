using AslTutorial.Web.Admission;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What is asked for has a price, or a reason to have none.</summary>
public sealed class EndpointCostsTests
{
    private const string FewRows = "a row or a few, and none of them is made for it";
    private const string HasAKey = "who asks has a key";

    /// <summary>Endpoints that cost no more than being a request, with the reason.</summary>
    private static readonly Dictionary<string, string> Free = new(StringComparer.Ordinal)
    {
        ["/api/lessons"] = "in memory",
        ["/api/lessons/{slug}"] = "in memory",
        ["/api/data"] = "in memory",
        ["/api/runs"] = FewRows,
        ["/api/runs/example"] = FewRows,
        ["/api/runs/{id:guid}"] = FewRows,
        ["/api/runs/{id:guid}/epochs"] = FewRows,
        ["/api/runs/{id:guid}/confusion"] = FewRows,
        ["/datasets/{digest}/{set}.png"] = "a file, which a browser keeps for good",
        ["/openapi/{documentName}.json"] = "made once",
        ["/health/live"] = "whoever watches over the site asks",
        ["/health/ready"] = "whoever watches over the site asks; it looks once a second, whoever asks",
        ["/_blazor/disconnect"] = "ends what has cost a socket",
        ["/_blazor/initializers"] = "in memory",
        ["/_framework/opaque-redirect"] = "in memory",
        ["/trainers/"] = HasAKey,
        ["/operate/"] = "has a budget of its own, and but for the way in a key",
    };

    [Fact]
    public async Task EveryEndpoint_CostsSomethingOrIsFreeForAReason()
    {
        await using var site = await TestSite.StartAsync(("Operate:Key", "the-operators-own-key"));
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointCosts>() is null
                && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
                && endpoint.Metadata.GetMetadata<HubMetadata>() is null
                && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct()
            .ToList();

        routes.Where(route => !Free.Keys.Any(free => IsOf(route, free))).ShouldBeEmpty();
        Free.Keys.Where(free => !routes.Exists(route => IsOf(route, free))).ShouldBeEmpty();
    }

    private static bool IsOf(string route, string free) =>
        free.EndsWith('/') ? route.StartsWith(free, StringComparison.Ordinal) : route.TrimEnd('/') == free;
}
