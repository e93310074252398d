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
    public int Port { get; set; }

    /// <summary>Whether there may be other nodes.</summary>
    public bool IsShared => Redis.Length > 0;
}
