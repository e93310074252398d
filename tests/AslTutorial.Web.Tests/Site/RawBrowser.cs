using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AslTutorial.Web.Tests.Site;

/// <summary>
/// A browser's connection, message by message as they come over the wire: the .NET client hands events and answers to
/// different tasks, so that their order is lost there.
/// </summary>
internal sealed class RawBrowser : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _received = new();
    private int _calls;

    public static async Task<RawBrowser> ConnectAsync(TestSite site)
    {
        var browser = new RawBrowser();
        var address = new UriBuilder(new Uri(site.Address, "/hubs/training")) { Scheme = "ws" };
        await browser._socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken);
        await browser.SendAsync("""{"protocol":"json","version":1}""");
        (await browser.NextAsync()).EnumerateObject().ShouldBeEmpty();
        return browser;
    }

    public Task CallAsync(string method, Guid runId) =>
        SendAsync($$"""{"type":1,"invocationId":"{{++_calls}}","target":"{{method}}","arguments":["{{runId}}"]}""");

    public async Task<JsonElement> NextAsync()
    {
        const int BufferSize = 4_096;
        var buffer = new byte[BufferSize];
        while (true)
        {
            var text = _received.ToString();
            var end = text.IndexOf(End, StringComparison.Ordinal);
            if (end >= 0)
            {
                _received.Remove(0, end + 1);
                using var message = JsonDocument.Parse(text[..end]);
                return message.RootElement.Clone();
            }

            // All of it is ASCII: no character is torn apart.
            var got = await _socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            _received.Append(Encoding.ASCII.GetString(buffer, 0, got.Count));
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return default;
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
}
