using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>Nodes with a trainer each, PostgreSQL and Redis between them, and in front of two of them nginx as docs/deployment.md has it.</summary>
internal sealed class ClusterSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory _folder = new();
    private readonly PostgresServer _postgres;
    private readonly RedisServer _redis;

    private ClusterSite(PostgresServer postgres, RedisServer redis) => (_postgres, _redis) = (postgres, redis);

    public IReadOnlyList<ClusterNode> Nodes { get; private set; } = [];

    public NginxProxy Proxy { get; private set; } = null!;

    /// <summary>Two nodes.</summary>
    /// <param name="settings">Of every node, beside those that make it one.</param>
    public static async Task<ClusterSite> StartAsync(params string[] settings)
    {
        var site = await StartAsync(nodes: 2, settings);
        try
        {
            site.Proxy = await NginxProxy.StartAsync(site.Nodes[0].Address, site.Nodes[1].Address);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Any number of nodes, with nothing in front of them.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="settings">Of every node, beside those that make it one.</param>
    public static async Task<ClusterSite> StartAsync(int nodes, string[] settings)
    {
        if (PostgresServer.Missing is { } missing)
        {
            Assert.Skip(missing);
        }

        var site = new ClusterSite(await PostgresServer.StartAsync(), await RedisServer.StartAsync());
        try
        {
            await site.StartNodesAsync(nodes, settings);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends PostgreSQL and Redis, as where the network between them and the nodes breaks.</summary>
    public async Task LoseServersAsync()
    {
        await _redis.StopAsync();
        await _postgres.StopAsync();
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

    private async Task StartNodesAsync(int nodes, string[] settings)
    {
        var database = await _postgres.CreateDatabaseAsync("asl_cluster");
        var data = Path.Combine(_folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 960);
        Nodes = [.. Enumerable.Range(1, nodes).Select(number => new ClusterNode(
            $"node {number}",
            new Uri($"http://127.0.0.1:{FreePort.Find()}"),
            [
                $"--AslTutorial:Storage:Directory={Path.Combine(_folder.Path, $"node-{number}")}",
                $"--AslTutorial:Data:Directory={data}",
                $"--AslTutorial:Cluster:Database={database}",
                $"--AslTutorial:Cluster:Redis={_redis.Address}",
                "--AslTutorial:Trainer:Threads=1",
                "--AslTutorial:Looks:Example=false",
                "--AslTutorial:Exercises:SolveAhead=false",
                $"--AllowedHosts={NginxProxy.Host}",
                .. settings,
            ]))];
        // At once, as after a power cut: one of them migrates.
        await Task.WhenAll(Nodes.Select(node => node.StartAsync()));
        await Task.WhenAll(Nodes.Select(node => SiteHealth.WaitForTrainerAsync(node.Address))).WaitAsync(Patience);
    }
}
