using System.Buffers;
using System.Net.WebSockets;
using System.Text;
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

    private static async Task FeedAsync(TestSite site, string path, string protocol, string? key, Func<int, byte[]> make)
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
