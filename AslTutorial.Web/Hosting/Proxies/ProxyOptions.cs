namespace AslTutorial.Web.Hosting.Proxies;

/// <summary>AslTutorial:Proxy.</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// The proxies whose X-Forwarded headers (caller's address and scheme) are trusted: addresses and networks separated by commas;
    /// empty for none. By default those on this machine.
    /// </summary>
    public string Trusted { get; set; } = "127.0.0.0/8, ::1";

    /// <summary>How many proxies are chained.</summary>
    public int Hops { get; set; } = 1;
}
