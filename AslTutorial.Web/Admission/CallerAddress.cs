using System.Net;
using System.Net.Sockets;

namespace AslTutorial.Web.Admission;

/// <summary>An address as budgets count it: IPv6 by /64, which one household has at the least, and IPv4 in IPv6 as IPv4.</summary>
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

    /// <summary>What an operator types: an address, or a network as <see cref="Of"/> writes it; null where it is neither.</summary>
    public static string? Read(string text) =>
        IPAddress.TryParse(text.Trim().Replace("/64", "", StringComparison.Ordinal), out var address) ? Of(address) : null;
}
