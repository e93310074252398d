using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AslTutorial.Web.Trainers;

/// <summary>Where the trainer beside the site reaches it.</summary>
internal sealed class SiteAddress(IServer server)
{
    /// <summary>To be asked once the site listens: only then is a port of 0 a number.</summary>
    public string ForTrainer()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // Plain HTTP where there is a choice: a development certificate is not trusted by the trainer.
        var chosen = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The site listens nowhere.");
        return Reachable(chosen);
    }

    /// <summary>An address that means "all interfaces" is where one listens, not where one connects.</summary>
    internal static string Reachable(string address)
    {
        var binding = BindingAddress.Parse(address);
        var everywhere = binding.Host is "+" or "*" or "0.0.0.0" or "[::]" or "::";
        return $"{binding.Scheme}://{(everywhere ? "127.0.0.1" : binding.Host)}:{binding.Port}{binding.PathBase}";
    }
}
