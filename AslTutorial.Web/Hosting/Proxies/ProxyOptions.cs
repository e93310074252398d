namespace AslTutorial.Web.Hosting.Proxies;

/// <summary>AslTutorial:Proxy.</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// The proxies that are believed about whom a request comes from and by which scheme: addresses and networks with a
    /// comma between them; empty for none. By default those of this machine.
    /// </summary>
    public string Trusted { get; set; } = "127.0.0.0/8, ::1";

    /// <summary>How many of them stand one behind the other.</summary>
    public int Hops { get; set; } = 1;
}
