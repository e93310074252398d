using System.Net;
using System.Net.Sockets;

namespace AslTutorial.Web.Admission;

/// <summary>An address as budgets count it: IPv6 by its /64 network, as a household has at least that; IPv4 in IPv6 as IPv4.</summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Parses an operator's input: an address, or a network as <see cref="Of"/> writes it; null if it is neither.</summary>
    public static string? Read(string text) =>
        IPAddress.TryParse(text.Trim().Replace("/64", "", StringComparison.Ordinal), out var address) ? Of(address) : null;
}
