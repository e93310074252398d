using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

/// <summary>What decides over a WebSocket is its handshake: these go over a socket, header by header.</summary>
public sealed class OriginGuardSocketTests(SharedSite shared)
{
    private const int Refused = 403;
    private const int Opened = 101;

    private static readonly string[] Elsewhere =
    [
        "Origin: http://elsewhere.example", "Origin: http://127.0.0.1:1", "Origin: http://localhost:{port}", "Origin: https://127.0.0.1",
        "Origin: null", "Origin: file://", "Origin: http://{own}, http://elsewhere.example", "Origin: http://{own}.elsewhere.example",
        "Origin: ftp://{own}", "Origin: http://elsewhere.example@{own}x",
    ];

    [Theory]
    [InlineData("/hubs/training")]
    [InlineData("/HUBS/training/")]
    [InlineData("/hubs/trainers")]
    [InlineData("/_blazor")]
    [InlineData("/_blazor?id=abc")]
    [InlineData("/somewhere/else")]
    public async Task Upgrade_FromAnotherOrigin_IsRefused(string path)
    {
        foreach (var origin in Elsewhere)
        {
            (await HandshakeAsync(path, origin)).ShouldBe(Refused, origin);
        }

        (await HandshakeAsync(path, "Origin: http://{own}", "Sec-Fetch-Site: same-site")).ShouldBe(Refused);
        (await HandshakeAsync(path, "Sec-Fetch-Site: cross-site")).ShouldBe(Refused);
    }

    [Theory]
    [InlineData("/hubs/training")]
    [InlineData("/_blazor")]
    public async Task Upgrade_FromTheSitesOwnPageOrNone_IsTaken(string path)
    {
        (await HandshakeAsync(path, "Origin: http://{own}")).ShouldBe(Opened);
        (await HandshakeAsync(path, "Origin: http://{own}", "Sec-Fetch-Site: same-origin")).ShouldBe(Opened);
        (await HandshakeAsync(path, "Origin: https://{own}")).ShouldBe(Opened, "behind a proxy that has taken the https away");
        (await HandshakeAsync(path)).ShouldBe(Opened, "a program without a browser");
    }

    [Fact]
    public async Task Upgrade_FromAPageWithoutHttpsToASiteWithIt_IsRefused()
    {
        (await HandshakeAsync("/hubs/training", "Origin: http://{own}", "X-Forwarded-Proto: https")).ShouldBe(Refused);
        (await HandshakeAsync("/hubs/training", "Origin: https://{own}", "X-Forwarded-Proto: https")).ShouldBe(Opened);
    }

    [Theory]
    [InlineData("POST", "/hubs/training/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_blazor?id=abc")]
    [InlineData("GET", "/hubs/training?id=abc")]
    [InlineData("GET", "/hubs/trainers")]
    [InlineData("GET", "/_blazor?id=abc")]
    [InlineData("DELETE", "/_blazor?id=abc")]
    public async Task OtherTransports_FromAnotherOrigin_AreRefused(string method, string path)
    {
        var (status, _) = await RawRequest.SendAsync(
            shared.Site.Address, method, path, "Accept: text/event-stream", "Content-Length: 0", "Origin: http://elsewhere.example");

        status.ShouldBe(Refused);
    }

    private async Task<int> HandshakeAsync(string path, params string[] headers)
    {
        var site = shared.Site.Address;
        var filled = headers.Select(h => h.Replace("{own}", site.Authority, StringComparison.Ordinal).Replace("{port}", $"{site.Port}", StringComparison.Ordinal));
        var (status, _) = await RawRequest.SendAsync(site, "GET", path, [.. RawRequest.Upgrade, .. filled]);
        return status;
    }
}
