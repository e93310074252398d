using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>Two nodes with a trainer each, PostgreSQL and Redis between them, and nginx in front as docs/deployment.md has it.</summary>
internal sealed class ClusterSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory _folder = new();
    private readonly PostgresServer _postgres;
    private readonly RedisServer _redis;

    private ClusterSite(PostgresServer postgres, RedisServer redis) => (_postgres, _redis) = (postgres, redis);

    public IReadOnlyList<ClusterNode> Nodes { get; private set; } = [];

    public NginxProxy Proxy { get; private set; } = null!;

    /// <param name="settings">Of every node, beside those that make it one.</param>
    public static async Task<ClusterSite> StartAsync(params string[] settings)
    {
        if (PostgresServer.Missing is { } missing)
        {
            Assert.Skip(missing);
        }

        var site = new ClusterSite(await PostgresServer.StartAsync(), await RedisServer.StartAsync());
        try
        {
            await site.StartNodesAsync(settings);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        foreach (var node in Nodes)
        {
            node.Dispose();
        }

        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartNodesAsync(string[] settings)
    {
        var database = await _postgres.CreateDatabaseAsync("asl_cluster");
        var data = Path.Combine(_folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 960);
        Nodes = [.. Enumerable.Range(1, 2).Select(number => new ClusterNode(
            $"node {number}",
            new Uri($"http://127.0.0.1:{FreePort.Find()}"),
            [
                $"--AslTutorial:Storage:Directory={Path.Combine(_folder.Path, $"node-{number}")}",
                $"--AslTutorial:Data:Directory={data}",
                $"--AslTutorial:Cluster:Database={database}",
                $"--AslTutorial:Cluster:Redis={_redis.Address}",
                "--AslTutorial:Trainer:Threads=1",
                "--AslTutorial:Looks:Example=false",
                $"--AllowedHosts={NginxProxy.Host}",
                .. settings,
            ]))];
        // At once, as after a power cut: one of them migrates.
        await Task.WhenAll(Nodes.Select(node => node.StartAsync()));
        await Task.WhenAll(Nodes.Select(node => SiteHealth.WaitForTrainerAsync(node.Address))).WaitAsync(Patience);
        Proxy = await NginxProxy.StartAsync(Nodes[0].Address, Nodes[1].Address);
    }
}
