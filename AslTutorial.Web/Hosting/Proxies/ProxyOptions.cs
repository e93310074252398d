using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

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
    [Range(1, 8)]
    public int Hops { get; set; } = 1;
}

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) => ProxyNetworks.Read(options.Trusted).Fault is { } fault
        ? ValidateOptionsResult.Fail($"AslTutorial:Proxy:Trusted has addresses and networks such as 10.0.0.7, 192.168.0.0/16, with a comma between them, not '{fault}'")
        : ValidateOptionsResult.Success;
}
