using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

/// <summary>A WebSocket within HTTP/2 is opened by CONNECT, without Upgrade: the guard has to know that one too.</summary>
public sealed class OriginGuardHttp2Tests
{
    [Fact]
    public async Task Connect_OverHttp2_IsTakenOnlyFromTheSitesOwnPage()
    {
        using var folder = new TestFolder();
        var certificate = Path.Combine(folder.Path, "site.pfx");
        using var own = SelfSigned();
        await File.WriteAllBytesAsync(certificate, own.Export(X509ContentType.Pfx), TestContext.Current.CancellationToken);
        using var process = SiteDll.Start(Path.Combine(folder.Path, "storage"), "--urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={certificate}");
        var site = await process.ListeningAsync();
        using var handler = new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == own.GetCertHashString() } };
        using var http = new HttpMessageInvoker(handler);

        foreach (var path in new[] { "hubs/training", "_blazor" })
        {
            (await OpenAsync($"https://{site.Authority}", path)).ShouldBe((HttpStatusCode.OK, WebSocketState.Open), path);
            (await OpenAsync("https://127.0.0.1:1", path)).ShouldBe((HttpStatusCode.Forbidden, WebSocketState.Closed), path);
            (await OpenAsync("https://elsewhere.example", path)).ShouldBe((HttpStatusCode.Forbidden, WebSocketState.Closed), path);
        }

        async Task<(HttpStatusCode, WebSocketState)> OpenAsync(string origin, string path)
        {
            using var socket = new ClientWebSocket();
            socket.Options.HttpVersion = HttpVersion.Version20;
            socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("Origin", origin);
            try
            {
                await socket.ConnectAsync(new Uri($"wss://{site.Authority}/{path}"), http, TestContext.Current.CancellationToken);
            }
            catch (WebSocketException)
            {
                // Refused: the status tells why.
            }

            return (socket.HttpStatusCode, socket.State);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
