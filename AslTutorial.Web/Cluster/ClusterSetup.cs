using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace AslTutorial.Web.Cluster;

/// <summary>The owners of learners' and runs' state live in the site's own process, as grains of Orleans: docs/decisions/owners.md.</summary>
internal static class ClusterSetup
{
    public static void AddCluster(this WebApplicationBuilder builder)
    {
        // Its watchdog takes the machine's time since it was switched on for a stall, once at each start.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.None);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            // A name of its own each start: two sites on one machine never take each other for their own.
            var name = $"asl-{Guid.NewGuid():n}";
            // No gateway (port 0): who asks a grain is in this process.
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: name, clusterId: name);
            silo.Configure<SiloOptions>(options => options.SiloName = name);
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
