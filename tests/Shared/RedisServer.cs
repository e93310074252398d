using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AslTutorial.Tests.Shared;

/// <summary>Debian's Redis on a free port of this machine, which keeps nothing on the disk.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("asltutorial-redis-");
    private readonly int _port = FreePort.Find();
    private readonly Process _process;

    private RedisServer() => _process = Process.Start(new ProcessStartInfo(
        Program, ["--bind", "127.0.0.1", "--port", $"{_port}", "--save", "", "--appendonly", "no", "--dir", _folder.FullName, "--logfile", Path.Combine(_folder.FullName, "log")]))
        ?? throw new InvalidOperationException($"{Program} could not be started.");

    /// <summary>Why it cannot be started here; null where it can.</summary>
    public static string? Missing => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)))
        ? null
        : "Redis is not installed: apt-get install redis-server";

    public string Address => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, server._port);
                return server;
            }
            catch (SocketException) when (!server._process.HasExited && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
