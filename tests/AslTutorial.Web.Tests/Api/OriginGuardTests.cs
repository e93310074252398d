using System.Net;
using System.Text;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class OriginGuardTests(SharedSite shared)
{
    [Theory]
    [InlineData("http://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("own", null, HttpStatusCode.Created)]
    [InlineData(null, null, HttpStatusCode.Created)]
    [InlineData("own", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("own", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("http://behind.a.proxy", "same-origin", HttpStatusCode.Created)]
    public async Task Post_FromAPage_IsTakenOnlyFromTheSitesOwn(string? origin, string? fetchSite, HttpStatusCode expected)
    {
        var site = shared.Site;
        using var client = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? $"http://{site.Address.Authority}" : origin);
        }

        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Get_FromAnotherSitesPage_IsAnswered()
    {
        var site = shared.Site;
        using var client = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("Origin", "http://elsewhere.example");

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
