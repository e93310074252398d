using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AslTutorial.Web.Trainers;

/// <summary>The URL at which a local trainer reaches the site.</summary>
internal sealed class SiteAddress(IServer server)
{
    /// <summary>Call it only once the site listens: before, port 0 is not yet a real port.</summary>
    public string ForTrainer()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // Prefer plain HTTP: the trainer does not trust a development certificate.
        var chosen = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The site listens nowhere.");
        return Reachable(chosen);
    }

    /// <summary>One can listen on "all interfaces" but not connect to them: becomes 127.0.0.1.</summary>
    internal static string Reachable(string address)
    {
        var binding = BindingAddress.Parse(address);
        var everywhere = binding.Host is "+" or "*" or "0.0.0.0" or "[::]" or "::";
        return $"{binding.Scheme}://{(everywhere ? "127.0.0.1" : binding.Host)}:{binding.Port}{binding.PathBase}";
    }
}
