using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>Debian's Redis on a free port of this machine, which keeps nothing on the disk.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _folder = new();
    private readonly int _port = FreePort.Find();
    private readonly Process _process;

    private RedisServer() => _process = Process.Start(new ProcessStartInfo(
        "redis-server", ["--bind", "127.0.0.1", "--port", $"{_port}", "--save", "", "--appendonly", "no", "--dir", _folder.Path, "--logfile", Path.Combine(_folder.Path, "log")]))
        ?? throw new InvalidOperationException("redis-server could not be started.");

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
        _folder.Dispose();
    }
}
