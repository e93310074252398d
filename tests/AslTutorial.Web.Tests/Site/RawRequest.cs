using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AslTutorial.Web.Tests.Site;

/// <summary>A request written byte by byte, as no HTTP client would: with whatever headers an attacker likes.</summary>
internal static class RawRequest
{
    /// <summary>The headers of a WebSocket's handshake.</summary>
    public static readonly string[] Upgrade =
        ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="];

    /// <summary>The status of the answer and its head.</summary>
    public static async Task<(int Status, string Head)> SendAsync(Uri site, string method, string path, params string[] headers)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port, cancel);
        await using var stream = client.GetStream();
        var host = Array.Exists(headers, h => h.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) ? "" : $"Host: {site.Authority}\r\n";
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"{method} {path} HTTP/1.1\r\n{host}{string.Concat(headers.Select(h => h + "\r\n"))}\r\n"), cancel);
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, cancel) > 0)
        {
            head.Append((char)buffer[0]);
        }

        return (int.Parse(head.ToString().Split(' ')[1], CultureInfo.InvariantCulture), head.ToString());
    }
}
