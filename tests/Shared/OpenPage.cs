using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Tests.Shared;

/// <summary>
/// A page that is open in a browser, as the site sees one: its circuit runs, what it draws is acknowledged and its scripts are answered.
/// Nothing is drawn, so that hundreds fit into one process.
/// </summary>
internal sealed partial class OpenPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HubConnection _circuit;
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _answered = new();
    private long _events = -1;

    private OpenPage(HubConnection circuit)
    {
        _circuit = circuit;
        circuit.Closed += _ =>
        {
            _ended.TrySetResult();
            return Task.CompletedTask;
        };
        circuit.On<string, bool, string>("JS.EndInvokeDotNet", (call, _, _) => _answered.Enqueue(call));
        circuit.On<long, byte[]>("JS.RenderBatch", (batch, _) => circuit.SendAsync("OnRenderCompleted", batch, (string?)null));
        circuit.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, name, arguments, _, _, _) =>
        {
            if (name.EndsWith("attachWebRendererInterop", StringComparison.Ordinal))
            {
                Volatile.Write(ref _events, long.Parse(DotNetObject().Match(arguments).Groups[1].Value, CultureInfo.InvariantCulture));
            }

            return circuit.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]");
        });
        circuit.On<long>("JS.EndUpdateRootComponents", _ => _drawn.TrySetResult());
        circuit.On<string>("JS.Error", error => _drawn.TrySetException(new InvalidOperationException($"The circuit failed: {error}")));
    }

    public bool IsOpen => _circuit.State == HubConnectionState.Connected;

    /// <summary>Completes when the site has ended the connection.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The events that the site has answered, each by its name, in the order of the answers.</summary>
    public IReadOnlyCollection<string> Answered => _answered;

    /// <summary>Returns once the circuit has taken the page over.</summary>
    public static async Task<OpenPage> OpenAsync(Uri page, CancellationToken cancel)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler);
        var html = await http.GetStringAsync(page, cancel);
        var state = StateMark().Match(html).Groups[1].Value;
        var origin = new Uri(page, "/");
        var builder = new HubConnectionBuilder().WithUrl(new Uri(origin, "/_blazor"), options =>
        {
            options.Cookies = cookies;
            options.Headers["Origin"] = origin.GetLeftPart(UriPartial.Authority);
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var open = new OpenPage(builder.Build());
        try
        {
            await open._circuit.StartAsync(cancel);
            await open._circuit.InvokeAsync<string?>("StartCircuit", origin.ToString(), page.ToString(), "[]", state, cancel);
            await open._circuit.SendAsync("UpdateRootComponents", Additions(html), state, cancel);
            await open._drawn.Task.WaitAsync(Patience, cancel);
            return open;
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    /// <summary>A click on what the page does not show any more.</summary>
    /// <param name="name">By which the site answers it.</param>
    public Task ClickAsync(string name, CancellationToken cancel) => SendAsync(
        "BeginInvokeDotNetFromJS",
        [name, null, "DispatchEventAsync", Volatile.Read(ref _events), """[{"eventHandlerId":1000000000,"eventName":"click","eventFieldInfo":null},{"type":"click"}]"""],
        cancel);

    /// <summary>Any call, whose answer nobody waits for.</summary>
    public Task SendAsync(string method, object?[] arguments, CancellationToken cancel) => _circuit.SendCoreAsync(method, arguments, cancel);

    public ValueTask DisposeAsync() => _circuit.DisposeAsync();

    private static string Additions(string html)
    {
        var marks = ComponentMark().Matches(html).Select(mark => JsonNode.Parse(mark.Groups[1].Value)!.AsObject()).Where(mark => mark.ContainsKey("descriptor"));
        return JsonSerializer.Serialize(new
        {
            batchId = 1,
            operations = marks.Select((mark, i) => new { type = "add", ssrComponentId = i + 1, marker = mark }),
        });
    }

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->", RegexOptions.Singleline)]
    private static partial Regex ComponentMark();

    [GeneratedRegex("\"__dotNetObject\":([0-9]+)")]
    private static partial Regex DotNetObject();

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
