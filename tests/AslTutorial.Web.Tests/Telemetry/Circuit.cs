using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Telemetry;

/// <summary>A page's circuit, as a browser begins one; nothing is drawn.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private Circuit(HubConnection hub) => _hub = hub;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Circuit> OpenAsync(TestSite site)
    {
        var page = new Uri(site.Address, "/runs");
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler);
        var html = await http.GetStringAsync(page, Cancel);
        var state = StateMark().Match(html).Groups[1].Value;
        var builder = new HubConnectionBuilder().WithUrl(
            new Uri(site.Address, "/_blazor"),
            options =>
            {
                options.Cookies = cookies;
                options.Headers["Origin"] = site.Address.GetLeftPart(UriPartial.Authority);
            });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new Circuit(builder.Build());
        await circuit._hub.StartAsync(Cancel);
        (await circuit._hub.InvokeAsync<string?>("StartCircuit", site.Address.ToString(), page.ToString(), "[]", state, Cancel)).ShouldNotBeNull();
        // Only with its first components does a circuit begin.
        await circuit._hub.SendAsync("UpdateRootComponents", Additions(html), state, Cancel);
        return circuit;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static string Additions(string html) => JsonSerializer.Serialize(new
    {
        batchId = 1,
        operations = ComponentMark().Matches(html).Select(mark => JsonNode.Parse(mark.Groups[1].Value)!.AsObject())
            .Where(mark => mark.ContainsKey("descriptor"))
            .Select((mark, i) => new { type = "add", ssrComponentId = i + 1, marker = mark }),
    });

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->", RegexOptions.Singleline)]
    private static partial Regex ComponentMark();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^>]*?)-->")]
    private static partial Regex StateMark();

    /// <summary>MessagePack under the name by which circuits know it.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol _pack = new();

        public string Name => "blazorpack";

        public int Version => 1;

        public TransferFormat TransferFormat => _pack.TransferFormat;

        public bool IsVersionSupported(int version) => version == Version;

        public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
            _pack.TryParseMessage(ref input, binder, out message);

        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);

        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);
    }
}
