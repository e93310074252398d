using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Hosting.Proxies;

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    private const int MaxHops = 8;

    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var faults = new List<string>();
        if (ProxyNetworks.Read(options.Trusted).Fault is { } fault)
        {
            faults.Add($"AslTutorial:Proxy:Trusted has addresses and networks such as 10.0.0.7, 192.168.0.0/16, with a comma between them, not '{fault}'");
        }

        if (options.Hops is < 1 or > MaxHops)
        {
            faults.Add($"AslTutorial:Proxy:Hops is from 1 to {MaxHops}, not {options.Hops}");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
