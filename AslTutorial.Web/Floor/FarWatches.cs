using System.Threading.Channels;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Floor;

/// <summary>On the floor's node: the watches of other nodes. Events are sent in order; a node that does not answer is dropped.</summary>
internal sealed class FarWatches(RunBoard board, IGrainFactory grains, ILogger<FarWatches> log)
{
    private const int MaxTogether = 64;

    /// <summary>A node with more undelivered events is dropped.</summary>
    private const int MaxUntold = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Node> _nodes = [];

    public RunSnapshot? Watch(string node, long watch, Guid run)
    {
        Node one;
        lock (_lock)
        {
            if (!_nodes.TryGetValue(node, out one!))
            {
                _nodes[node] = one = new();
                _ = TellAsync(node, one);
            }
        }

        if (board.Watch(run, happening => one.News.Writer.TryWrite(new(watch, happening))) is not { } subscription)
        {
            return null;
        }

        lock (_lock)
        {
            one.Watches[watch] = subscription;
        }

        return subscription.Snapshot;
    }

    public void Unwatch(string node, long watch)
    {
        RunSubscription? left = null;
        lock (_lock)
        {
            _ = _nodes.TryGetValue(node, out var one) && one.Watches.Remove(watch, out left);
        }

        left?.Dispose();
    }

    public List<long> Of(string node)
    {
        lock (_lock)
        {
            return _nodes.TryGetValue(node, out var one) ? [.. one.Watches.Keys] : [];
        }
    }

    public void Clear()
    {
        List<string> all;
        lock (_lock)
        {
            all = [.. _nodes.Keys];
        }

        all.ForEach(Drop);
    }

    private async Task TellAsync(string name, Node node)
    {
        var grain = grains.GetGrain<INodeGrain>(name);
        try
        {
            while (await node.News.Reader.WaitToReadAsync())
            {
                var news = new List<WatchedEvent>();
                while (news.Count < MaxTogether && node.News.Reader.TryRead(out var one))
                {
                    news.Add(one);
                }

                if (node.News.Reader.Count > MaxUntold)
                {
                    throw new InvalidOperationException("it is too slow");
                }

                await grain.TellAsync(news);
            }
        }
        catch (Exception e)
        {
            log.LogWarning("The node {Node} is told nothing more for now: {Reason}", name, e.Message);
            Drop(name);
        }
    }

    private void Drop(string name)
    {
        Node? node;
        lock (_lock)
        {
            _nodes.Remove(name, out node);
        }

        node?.News.Writer.TryComplete();
        foreach (var watch in node?.Watches.Values.ToList() ?? [])
        {
            watch.Dispose();
        }
    }

    private sealed class Node
    {
        /// <summary>Without SingleReader, because such a channel cannot count its items.</summary>
        public Channel<WatchedEvent> News { get; } = Channel.CreateUnbounded<WatchedEvent>();

        public Dictionary<long, RunSubscription> Watches { get; } = [];
    }
}
