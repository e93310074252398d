using System.Net;

namespace AslTutorial.Web.Hosting.Proxies;

/// <summary>Reads AslTutorial:Proxy:Trusted.</summary>
internal static class ProxyNetworks
{
    /// <summary>The networks, an address being one of its own, or the word that is none.</summary>
    public static (IReadOnlyList<IPNetwork> Networks, string? Fault) Read(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(word, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(word, out var address))
            {
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return ([], word);
            }
        }

        return (networks, null);
    }
}
