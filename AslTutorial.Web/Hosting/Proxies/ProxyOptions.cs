using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

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
    [Range(1, 8)]
    public int Hops { get; set; } = 1;
}

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) => ProxyNetworks.Read(options.Trusted).Fault is { } fault
        ? ValidateOptionsResult.Fail($"AslTutorial:Proxy:Trusted has addresses and networks such as 10.0.0.7, 192.168.0.0/16, with a comma between them, not '{fault}'")
        : ValidateOptionsResult.Success;
}
