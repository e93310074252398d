using System.Net;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Cluster;

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

        if (options.Port is < 0 or > ushort.MaxValue)
        {
            faults.Add($"{Path}:Port is from 0 to {ushort.MaxValue}, not {options.Port}");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
