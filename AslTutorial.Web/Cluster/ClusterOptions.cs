namespace AslTutorial.Web.Cluster;

/// <summary>AslTutorial:Cluster. Empty on a site of one node, which is the default.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>The connection string of the PostgreSQL database that all nodes share.</summary>
    public string Database { get; set; } = "";

    /// <summary>Where the nodes find each other: host:port of Redis, with StackExchange.Redis' options after it.</summary>
    public string Redis { get; set; } = "";

    /// <summary>The address by which the other nodes reach this one; found by itself where it is empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>The port for the other nodes; 0 for a free one.</summary>
    public int Port { get; set; }

    /// <summary>Whether there may be other nodes.</summary>
    public bool IsShared => Redis.Length > 0;
}
