using System.Text.Json;
using System.Threading.Channels;
using AslTutorial.EndToEnd.Tests.Processes;
using Microsoft.AspNetCore.SignalR.Client;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>One run, watched at both nodes.</summary>
public sealed class WatchersTests
{
    private const int Epochs = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WatchedAtBothNodes_TellsBothTheSameWithoutAGap()
    {
        await using var site = await ClusterSite.StartAsync();
        using var runs = new RunsOverHttp(site.Nodes[0].Address);
        var run = await runs.StartAsync(Epochs);
        await using var early = await Watcher.StartAsync(site.Nodes[0].Address, run);
        await using var across = await Watcher.StartAsync(site.Nodes[1].Address, run);
        await runs.UntilAsync(run, view => RunsOverHttp.EpochsOf(view).Count >= 2);
        await using var late = await Watcher.StartAsync(site.Nodes[1].Address, run);

        var told = new List<Told>();
        foreach (var watcher in new[] { early, across, late })
        {
            told.Add(await watcher.UntilEndAsync().WaitAsync(Patience, Cancel));
        }

        foreach (var one in told)
        {
            one.Epochs.Select(epoch => epoch.GetProperty("epoch").GetInt32()).ShouldBe(Enumerable.Range(0, Epochs));
            one.Epochs.Select(epoch => epoch.GetRawText()).ShouldBe(told[0].Epochs.Select(epoch => epoch.GetRawText()));
            one.Batches.ToList().ShouldBe(one.Batches.Distinct().Order().ToList(), "batches come in order, each once");
        }

        using var other = new RunsOverHttp(site.Nodes[1].Address);
        (await other.GetAsync(run)).GetRawText().ShouldBe((await runs.GetAsync(run)).GetRawText());
    }

    private sealed record Told(IReadOnlyList<JsonElement> Epochs, IReadOnlyList<(int Epoch, int Batch)> Batches);

    private sealed class Watcher : IAsyncDisposable
    {
        private readonly Channel<(string Name, JsonElement Body)> _events = Channel.CreateUnbounded<(string Name, JsonElement Body)>();
        private readonly HubConnection _hub;
        private JsonElement _snapshot;

        private Watcher(Uri node)
        {
            _hub = new HubConnectionBuilder().WithUrl(new Uri(node, "/hubs/training")).Build();
            foreach (var name in new[] { "BatchProgress", "EpochCompleted", "RunStateChanged" })
            {
                _hub.On<Guid, JsonElement>(name, (_, body) => _events.Writer.TryWrite((name, body)));
            }
        }

        public static async Task<Watcher> StartAsync(Uri node, Guid run)
        {
            var watcher = new Watcher(node);
            await watcher._hub.StartAsync(Cancel);
            watcher._snapshot = await watcher._hub.InvokeAsync<JsonElement>("Watch", run, Cancel);
            watcher._snapshot.ValueKind.ShouldBe(JsonValueKind.Object, "the node knows the run");
            return watcher;
        }

        /// <summary>The snapshot and all that came after it.</summary>
        public async Task<Told> UntilEndAsync()
        {
            List<JsonElement> epochs = [.. _snapshot.GetProperty("epochs").EnumerateArray()];
            List<(int Epoch, int Batch)> batches = [];
            var state = _snapshot.GetProperty("state").GetString();
            while (state is "queued" or "running")
            {
                var (name, body) = await _events.Reader.ReadAsync(Cancel);
                switch (name)
                {
                    case "EpochCompleted":
                        epochs.Add(body);
                        break;
                    case "BatchProgress":
                        batches.Add((body.GetProperty("epoch").GetInt32(), body.GetProperty("batch").GetInt32()));
                        break;
                    default:
                        state = body.GetProperty("state").GetString();
                        break;
                }
            }

            state.ShouldBe("completed");
            return new(epochs, batches);
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();
    }
}
