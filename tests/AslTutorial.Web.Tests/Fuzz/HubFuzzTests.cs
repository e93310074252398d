using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using AslTutorial.Tests.Shared;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Fuzz;

/// <summary>Bytes that no client of the hubs would send.</summary>
public sealed class HubFuzzTests
{
    private const int InSuite = 1_500;
    private const byte End = 0x1e;

    private static readonly string[] Calls = ["Watch", "Unwatch", "OnConnectedAsync", "Dispose", "toString", ""];

    private static readonly string[] TrainerCalls =
    [
        nameof(ITrainerHub.Describe), nameof(ITrainerHub.ReportBatch), nameof(ITrainerHub.ReportEpoch), nameof(ITrainerHub.ReportSteered), nameof(ITrainerHub.ReportEnd), "None",
    ];

    private static readonly string[] CircuitCalls =
    [
        "StartCircuit", "UpdateRootComponents", "ConnectCircuit", "ResumeCircuit", "PauseCircuit", "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "ReceiveByteArray",
        "ReceiveJSDataChunk", "SendDotNetStreamToJS", "OnRenderCompleted", "OnLocationChanged", "OnLocationChanging", "None",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrainingHub_OfAnyMessage_StaysWell()
    {
        await using var fuzzed = await FuzzedSite.StartAsync();
        await FeedAsync(fuzzed.Site, "/hubs/training", "json", key: null, seed =>
        {
            var json = new FuzzJson(seed);
            var text = json.Next(3) == 0
                ? Encoding.UTF8.GetString(json.Body(["type", "target", "arguments", "invocationId", "item", "streamIds"]))
                : $$"""{"type":{{json.Next(9)}},"invocationId":"{{json.Next(99)}}","target":"{{json.Of(Calls)}}","arguments":[{{json.Value(0)}}]}""";
            return [.. Encoding.UTF8.GetBytes(text), End];
        });
        await fuzzed.ShouldBeWellAsync();
        await using var browser = await Browser.ConnectAsync(fuzzed.Site);
    }

    [Fact]
    public async Task TrainerHub_OfAnyBytes_StaysWell()
    {
        await using var fuzzed = await FuzzedSite.StartAsync();
        var protocol = new MessagePackHubProtocol();
        var key = fuzzed.Site.Services.GetRequiredService<TrainerKeys>().Local;
        await FeedAsync(fuzzed.Site, TrainerRoutes.Hub, "messagepack", key, seed =>
        {
            var random = new FuzzJson(seed);
            var bytes = protocol.GetMessageBytes(Message(random)).ToArray();
            for (var i = random.Next(3); i > 0; i--)
            {
                // The length in front stays, mostly: what is in the message is to be read.
                bytes[random.Next(8) == 0 ? 0 : random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            return bytes;
        });
        await fuzzed.ShouldBeWellAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(fuzzed.Site);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Circuits_OfAnyBytes_StayWell(bool isStarted)
    {
        await using var fuzzed = await FuzzedSite.StartAsync();
        var protocol = new MessagePackHubProtocol();
        var (origin, page) = (fuzzed.Site.Address.ToString(), new Uri(fuzzed.Site.Address, "/lessons/cnn").ToString());
        var start = protocol.GetMessageBytes(new InvocationMessage("0", "StartCircuit", [origin, page, "[]", ""])).ToArray();
        await FeedAsync(
            fuzzed.Site,
            "/_blazor",
            "blazorpack",
            key: null,
            seed =>
            {
                var random = new FuzzJson(seed);
                if (random.Next(10) == 0)
                {
                    return [.. Enumerable.Range(0, random.Next(100)).Select(_ => (byte)random.Next(256))];
                }

                var bytes = protocol.GetMessageBytes(CircuitMessage(random, origin, page)).ToArray();
                for (var i = Math.Max(0, random.Next(6) - 3); i > 0; i--)
                {
                    bytes[random.Next(8) == 0 ? 0 : random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                return bytes;
            },
            isStarted ? start : null);
        await fuzzed.ShouldBeWellAsync();
        await using var open = await OpenPage.OpenAsync(new Uri(page), Cancel);
        open.IsOpen.ShouldBeTrue();
    }

    private static InvocationMessage CircuitMessage(FuzzJson random, string origin, string page)
    {
        object?[] values =
        [
            null, "", "x", 0, 1, -1, long.MaxValue, true, 0.5, origin, page, "[]", "{}", "[1,true,null]", "\ud800", new byte[] { 1, 2 }, random.Value(0), new string('x', 5_000),
            """{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{"type":"server","descriptor":"x","sequence":0,"key":{"locationHash":"x","formattedComponentKey":""}}}]}""",
            """[{"eventHandlerId":1,"eventName":"click","eventFieldInfo":null},{"type":"click"}]""", "DispatchEventAsync",
        ];
        var arguments = Enumerable.Range(0, random.Next(7)).Select(_ => random.Of(values)).ToArray();
        return new InvocationMessage(random.Next(2) == 0 ? "1" : null, random.Of(CircuitCalls), random.Next(3) == 0 ? arguments : Right(random, arguments));
    }

    /// <summary>Arguments for a click or a location, of types that are right: what they say is read.</summary>
    private static object?[] Right(FuzzJson random, object?[] arguments) => arguments.Length switch
    {
        0 => [],
        1 => [random.Value(0)],
        2 => [random.Value(0), random.Value(0)],
        3 => [(long)random.Next(5), random.Next(2) == 0, random.Value(0)],
        4 => [random.Next(5), random.Value(0), random.Value(0), random.Next(2) == 0],
        _ => [$"{random.Next(9)}", random.Next(2) == 0 ? null : random.Value(0), random.Next(2) == 0 ? "DispatchEventAsync" : random.Value(0), (long)random.Next(4), random.Value(0)],
    };

    private static InvocationMessage Message(FuzzJson random)
    {
        var lease = new RunLease(Guid.Empty, random.Next(3) - 1);
        object?[] values =
        [
            null, lease, "text", 1, double.NaN, Samples.Epoch(random.Next(5)), Samples.Batch(0, 1), Samples.Confusion(0), new ConfusionMatrix([]), new RunEnd((RunOutcome)random.Next(9)),
            new RunEnd(RunOutcome.Failed, new RunFailure("x", "y")), new SteeredRun(null, true, -1, 5, 5),
            new TrainerDescription("fuzz", 1 + random.Next(5), (TrainerPhase)random.Next(7), FakeTrainer.Device, FakeTrainer.Data, random.Next(2) == 0 ? lease : null, null, 1),
        ];
        var call = random.Of(TrainerCalls);
        var right = call switch
        {
            nameof(ITrainerHub.Describe) => 1,
            nameof(ITrainerHub.ReportEpoch) => 3,
            _ => 2,
        };
        var arguments = Enumerable.Range(0, random.Next(8) == 0 ? random.Next(5) : right).Select(i => i == 0 && right > 1 ? lease : random.Of(values)).ToArray();
        return new InvocationMessage(random.Next(2) == 0 ? "1" : null, call, arguments);
    }

    private static async Task FeedAsync(TestSite site, string path, string protocol, string? key, Func<int, byte[]> make, byte[]? first = null)
    {
        var count = FuzzedSite.Count(InSuite);
        ClientWebSocket? socket = null;
        Task reading = Task.CompletedTask;
        for (var seed = 0; seed < count; seed++)
        {
            if (socket is not { State: WebSocketState.Open })
            {
                await EndAsync(socket, reading);
                socket = await ConnectAsync(site, path, protocol, key);
                reading = DrainAsync(socket);
                if (first is not null)
                {
                    await socket.SendAsync(first, WebSocketMessageType.Binary, endOfMessage: true, Cancel);
                }
            }

            try
            {
                await socket.SendAsync(make(seed), protocol == "json" ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, Cancel);
            }
            catch (WebSocketException)
            {
                // The site has closed the connection, as it may: the next message comes over another.
            }
        }

        await EndAsync(socket, reading);
    }

    /// <summary>In this order: a socket that is disposed of while somebody reads from it throws what it likes.</summary>
    private static async Task EndAsync(ClientWebSocket? socket, Task reading)
    {
        try
        {
            socket?.Abort();
        }
        catch (NullReferenceException)
        {
            // .NET's own: the reader has just found that the site closed the connection, and disposes of it too.
        }

        await reading;
        socket?.Dispose();
    }

    private static async Task<ClientWebSocket> ConnectAsync(TestSite site, string path, string protocol, string? key)
    {
        var socket = new ClientWebSocket();
        if (key is not null)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        }

        await socket.ConnectAsync(new UriBuilder(new Uri(site.Address, path)) { Scheme = "ws" }.Uri, Cancel);
        await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"protocol":"{{protocol}}","version":1}""" + (char)End), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        return socket;
    }

    private static async Task DrainAsync(ClientWebSocket socket)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4_096);
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), Cancel)).MessageType != WebSocketMessageType.Close)
            {
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It is closed.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
