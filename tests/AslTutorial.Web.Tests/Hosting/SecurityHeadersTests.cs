using System.Net;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(SharedSite shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/runs")]
    [InlineData("/nowhere")]
    public async Task Answer_Any_IsHardened(string path)
    {
        var site = shared.Site;
        using var client = site.Client();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var csp = string.Join(";", answer.Headers.GetValues("Content-Security-Policy"));
        csp.ShouldContain("default-src 'self'");
        csp.ShouldMatch("script-src 'self' 'nonce-[^']+';");
        csp.ShouldNotContain("unsafe-eval");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Request_OfAPageThatIsNotThere_IsNotFound(string method)
    {
        using var client = shared.Site.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/nowhere");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
