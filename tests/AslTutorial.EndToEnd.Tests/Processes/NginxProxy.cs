using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Processes;

/// <summary>nginx with a configuration of docs/deployment, on free ports and with a certificate of its own.</summary>
internal sealed class NginxProxy : IAsyncDisposable
{
    public const string Host = "learn.example.org";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TemporaryDirectory _folder;

    private NginxProxy(Process process, TemporaryDirectory folder, int port, string certificateHash) =>
        (_process, _folder, Port, CertificateHash) = (process, folder, port, certificateHash);

    public int Port { get; }

    public string CertificateHash { get; }

    public Uri Address => new($"https://{Host}:{Port}/");

    public static Task<NginxProxy> StartAsync(Uri site) => StartAsync("nginx.conf", ("127.0.0.1:5080", site));

    /// <summary>In front of two nodes.</summary>
    public static Task<NginxProxy> StartAsync(Uri first, Uri second) =>
        StartAsync("nginx-nodes.conf", ("10.0.0.1:5080", first), ("10.0.0.2:5080", second));

    /// <summary>For a client of .NET: the example's name is this proxy, and its certificate the right one.</summary>
    public SocketsHttpHandler Handler(CookieContainer cookies)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync, CookieContainer = cookies };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == CertificateHash;
        return handler;

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connecting, CancellationToken cancel)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    private static async Task<NginxProxy> StartAsync(string configuration, params (string Example, Uri Site)[] sites)
    {
        var folder = new TemporaryDirectory();
        var (https, http) = (FreePort.Find(), FreePort.Find());
        var certificateHash = WriteCertificate(folder.Path);
        var text = (await File.ReadAllTextAsync(Path.Combine(BuildFacts.RepositoryRoot, "docs", "deployment", configuration)))
            .Replace("listen 443 ", $"listen 127.0.0.1:{https} ", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{http};", StringComparison.Ordinal)
            .Replace($"/etc/letsencrypt/live/{Host}", folder.Path, StringComparison.Ordinal);
        text = sites.Aggregate(text, (now, one) => now.Replace(one.Example, one.Site.Authority, StringComparison.Ordinal));
        var own = Path.Combine(folder.Path, "nginx.conf");
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder.Path}/{kind};\n"));
        await File.WriteAllTextAsync(own, $"daemon off;\nmaster_process off;\npid {folder.Path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{text}}}\n");
        var process = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", ["-p", folder.Path, "-c", own, "-e", "stderr"]))
            ?? throw new InvalidOperationException("nginx could not be started.");
        var proxy = new NginxProxy(process, folder, https, certificateHash);
        await proxy.WaitAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private async Task WaitAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string WriteCertificate(string folder)
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString();
    }
}
