using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Cluster;

/// <summary>AslTutorial:Cluster. Empty on a site of one node, which is the default.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Connection string of the PostgreSQL database that all nodes share.</summary>
    public string Database { get; set; } = "";

    /// <summary>The Redis through which the nodes find each other: host:port, then options of StackExchange.Redis.</summary>
    public string Redis { get; set; } = "";

    /// <summary>The IP address at which other nodes reach this one; detected if empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>The port for the other nodes; 0 means any free one.</summary>
    [Range(0, ushort.MaxValue)]
    public int Port { get; set; }

    /// <summary>Whether there may be other nodes.</summary>
    public bool IsShared => Redis.Length > 0;
}

internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    private const string Path = $"AslTutorial:{ClusterOptions.Section}";

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        var faults = new List<string>();
        if ((options.Database.Length > 0) != (options.Redis.Length > 0))
        {
            faults.Add($"{Path}:Database (PostgreSQL) and {Path}:Redis belong together: set both on every node, or neither");
        }

        if (options.Redis.Length > 0 && !ClusterSetup.TryReadRedis(options.Redis, out _))
        {
            faults.Add($"{Path}:Redis is an address such as 10.0.0.5:6379, not '{options.Redis}'");
        }

        if (options.Address.Length > 0 && !IPAddress.TryParse(options.Address, out _))
        {
            faults.Add($"{Path}:Address is this machine's IP address as the other nodes see it, not '{options.Address}'");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
