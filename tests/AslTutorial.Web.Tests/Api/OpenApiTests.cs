using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class OpenApiTests(SharedSite shared)
{
    [Fact]
    public async Task Document_EveryOperation_IsDescribed()
    {
        var site = shared.Site;
        using var client = site.Client();

        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => (Name: $"{o.Name} {path.Name}", Operation: o.Value)))
            .ToList();
        new[]
        {
            "post /api/runs", "get /api/runs", "get /api/runs/{id}", "delete /api/runs/{id}", "get /api/runs/{id}/epochs",
            "get /api/runs/{id}/confusion", "get /api/runs/{id}/weights", "get /health/live", "get /health/ready",
            "get /api/lessons", "get /api/lessons/{slug}", "post /api/lessons/{slug}/cells/{cell}/run",
        }.ShouldBeSubsetOf(operations.Select(o => o.Name));
        operations.Where(o => !o.Operation.TryGetProperty("summary", out _)).Select(o => o.Name).ShouldBeEmpty();
        operations.Select(o => o.Name).ShouldNotContain(name => name.Contains("/trainers/"));
        document.GetProperty("components").GetProperty("schemas").GetProperty("RunRequest").GetProperty("properties")
            .EnumerateObject().ShouldAllBe(p => p.Value.ToString().Contains("description"));
    }
}
