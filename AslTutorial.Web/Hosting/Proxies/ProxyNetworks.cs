using System.Net;

namespace AslTutorial.Web.Hosting.Proxies;

/// <summary>Parses AslTutorial:Proxy:Trusted.</summary>
internal static class ProxyNetworks
{
    /// <summary>The networks (a single address is a network of one), or the word that is invalid.</summary>
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
