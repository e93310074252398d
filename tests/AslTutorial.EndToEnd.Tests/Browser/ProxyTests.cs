using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The site behind nginx as docs/deployment.md has it, and a page of a sibling host that would like to be its learner.</summary>
public sealed class ProxyTests
{
    private const string OpenSocket = """
        address => new Promise(tell => {
          const socket = new WebSocket(address);
          socket.onopen = () => { socket.close(); tell("opened"); };
          socket.onerror = () => tell("refused");
        })
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_BehindNginx_WorksForItsOwnPagesAndForNoOthers()
    {
        using var storage = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(storage.Path, data: null, "--AslTutorial:Trainer:Start=false", $"--AllowedHosts={NginxProxy.Host}");
        await using var proxy = await NginxProxy.StartAsync(site.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--ignore-certificate-errors", "--host-resolver-rules=MAP *.example.org 127.0.0.1"],
        });
        await using var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        var circuit = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => circuit.TrySetResult(socket.Url);

        await page.GotoAsync(proxy.Address.ToString());

        (await circuit.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel)).ShouldStartWith($"wss://{NginxProxy.Host}:{proxy.Port}/_blazor");
        var cookies = await context.CookiesAsync();
        cookies.ShouldContain(c => c.Name == "__Host-asl-learner" && c.Domain == NginxProxy.Host);
        cookies.ShouldAllBe(c => c.Secure);
        (await page.EvaluateAsync<int>("async () => (await fetch('/api/runs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status"))
            .ShouldBe(201, "the site's own page may act");
        (await page.EvaluateAsync<string>(OpenSocket, $"wss://{NginxProxy.Host}:{proxy.Port}/hubs/training")).ShouldBe("opened");

        await RefusesASiblingAsync(context, proxy, site);
        await TellsTheCallersAddressAsync(proxy, site);
    }

    private static async Task RefusesASiblingAsync(IBrowserContext context, NginxProxy proxy, SiteProcess site)
    {
        const string Sibling = "https://evil.example.org/";
        var page = await context.NewPageAsync();
        await page.RouteAsync(Sibling, route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>evil</title>" }));
        await page.GotoAsync(Sibling);
        foreach (var path in new[] { "/_blazor", "/hubs/training" })
        {
            (await page.EvaluateAsync<string>(OpenSocket, $"wss://{NginxProxy.Host}:{proxy.Port}{path}")).ShouldBe("refused", path);
        }

        await context.AddCookiesAsync([new() { Name = "asl-learner", Value = "planted", Domain = ".example.org", Path = "/", Secure = true }]);
        (await page.EvaluateAsync<string>("document.cookie = '__Host-asl-learner=x; domain=example.org; path=/; secure'; document.cookie"))
            .ShouldNotContain("__Host-", Case.Insensitive);

        // Another port of this machine, without https: the same site to the browser, another origin to the guard.
        await page.RouteAsync("http://127.0.0.1:1/", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>evil</title>" }));
        await page.GotoAsync("http://127.0.0.1:1/");
        (await page.EvaluateAsync<string>(OpenSocket, $"ws://{site.Address.Authority}/_blazor")).ShouldBe("refused");
        await page.CloseAsync();
    }

    /// <summary>A wrong key leaves a line with the address: of who called the proxy, and not what a caller has written into a header.</summary>
    private static async Task TellsTheCallersAddressAsync(NginxProxy proxy, SiteProcess site)
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == proxy.CertificateHash;
        using var client = new HttpClient(handler) { BaseAddress = proxy.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/trainers/negotiate?negotiateVersion=1");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "no-key-of-this-site");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        using var answer = await client.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        site.Output.ShouldContain("A wrong key came from 127.0.0.2");
        site.Output.ShouldNotContain("203.0.113.9");

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connecting, CancellationToken cancel)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
            await socket.ConnectAsync(IPAddress.Loopback, proxy.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }
}
