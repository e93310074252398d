using System.Net;
using System.Net.Sockets;

namespace AslTutorial.Tests.Shared;

/// <summary>A port of this machine that nobody has at the moment, for programs that cannot choose one themselves.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
