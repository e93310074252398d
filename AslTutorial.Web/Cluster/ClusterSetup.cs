using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using StackExchange.Redis;

namespace AslTutorial.Web.Cluster;

/// <summary>Sets up Orleans: the owners of learners' and runs' state are grains in the site's own processes.</summary>
internal static class ClusterSetup
{
    private const string ServiceId = "AslTutorial";

    /// <summary>Own types without an Orleans serializer, such as the trainers' contracts, are sent between nodes as JSON.</summary>
    private const string OwnNames = "AslTutorial.";

    /// <summary>Interval of the probes between nodes; after <see cref="MissedProbes"/> unanswered ones a node counts as dead.</summary>
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    private const int MissedProbes = 2;

    /// <summary>Long enough for a locked or restarting database; calls to a dead node fail at once anyway.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromMinutes(2);

    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<ClusterOptions, ClusterOptionsValidator>(ClusterOptions.Section);
        var node = new NodeName();
        builder.Services.AddSingleton(node);
        // Orleans' watchdog takes the machine's uptime for a stall, once at each start.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.None);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        // Polly would log retries with a stack trace in a start that fails for another reason.
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        var options = Read(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            silo.Configure<SiloOptions>(o => o.SiloName = node.Value);
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = Answer);
            silo.Services.Configure<TypeManifestOptions>(types =>
            {
                types.AddAllowedAssembly(typeof(ClusterSetup).Assembly);
                types.AddAllowedAssembly(typeof(RunLease).Assembly);
            });
            silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(
                type => type.Namespace?.StartsWith(OwnNames, StringComparison.Ordinal) == true && !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false),
                new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals }));
            if (options.IsShared && TryReadRedis(options.Redis, out var redis))
            {
                Join(silo, options, redis);
            }
            else
            {
                // A new name at each start, so that two sites on one machine do not form a cluster.
                silo.UseLocalhostClustering(FreePort(IPAddress.Loopback), gatewayPort: 0, serviceId: node.Value, clusterId: node.Value);
            }
        });
    }

    public static bool TryReadRedis(string text, [NotNullWhen(true)] out ConfigurationOptions? redis)
    {
        try
        {
            redis = ConfigurationOptions.Parse(text);
            return redis.EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            redis = null;
            return false;
        }
    }

    private static void Join(ISiloBuilder silo, ClusterOptions options, ConfigurationOptions redis)
    {
        var address = options.Address.Length > 0 ? IPAddress.Parse(options.Address) : OwnAddress(redis);
        silo.Configure<Orleans.Configuration.ClusterOptions>(o => (o.ServiceId, o.ClusterId) = (ServiceId, ServiceId));
        // No gateway (port 0): only nodes call grains.
        silo.ConfigureEndpoints(address, options.Port > 0 ? options.Port : FreePort(address), gatewayPort: 0);
        silo.UseRedisClustering(o => o.ConfigurationOptions = redis);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = Probe;
            o.NumMissedProbesLimit = MissedProbes;
            o.TableRefreshTimeout = Probe;
            // A restarted node has a new name and port, so old entries can be deleted.
            o.DefunctSiloExpiration = TimeSpan.FromHours(1);
            o.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
        });
    }

    /// <summary>Reads the settings before the site is built; <see cref="SettingsCheck"/> reports faults later.</summary>
    private static ClusterOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection($"{SettingsSection.Root}:{ClusterOptions.Section}");
        var options = new ClusterOptions();
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException)
        {
            return new();
        }

        IValidateOptions<ClusterOptions>[] validators = [new RangeValidator<ClusterOptions>(section.Path), new ClusterOptionsValidator()];
        return validators.All(validator => validator.Validate(null, options).Succeeded) ? options : new();
    }

    /// <summary>Loopback if Redis is on this machine, else the address of the first active network card.</summary>
    private static IPAddress OwnAddress(ConfigurationOptions redis)
    {
        if (redis.EndPoints.All(IsHere))
        {
            return IPAddress.Loopback;
        }

        var own = NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork);
        return own ?? IPAddress.Loopback;

        static bool IsHere(EndPoint end) => end switch
        {
            IPEndPoint ip => IPAddress.IsLoopback(ip.Address),
            DnsEndPoint dns => dns.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
