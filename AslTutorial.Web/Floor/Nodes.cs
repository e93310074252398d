using AslTutorial.Training.Contracts;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>What this node knows of the others, by what they say every second: at the floor from them, elsewhere from the floor.</summary>
internal sealed class Nodes(NodeName own, TimeProvider time)
{
    /// <summary>A node that has said nothing for so long is gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (NodeReport Report, DateTimeOffset At)> _others = [];
    private readonly Dictionary<RunLease, (string Node, DateTimeOffset At)> _given = [];
    private int _waiting;

    /// <summary>Raised, on any thread, when what the others have has changed.</summary>
    public event Action? Changed;

    /// <summary>The other nodes that are there.</summary>
    public IReadOnlyList<NodeReport> Others
    {
        get
        {
            lock (_lock)
            {
                var oldest = time.GetUtcNow() - Patience;
                return _others.Count == 0 ? [] : [.. _others.Values.Where(one => one.At >= oldest).Select(one => one.Report)];
            }
        }
    }

    /// <summary>Runs that wait, as the floor says where it is not here.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>At the floor: a node says what it has.</summary>
    public void Hear(NodeReport report)
    {
        if (report.Node == own.Value)
        {
            return;
        }

        bool isOther;
        lock (_lock)
        {
            isOther = !_others.TryGetValue(report.Node, out var before) || !before.Report.IsLike(report);
            _others[report.Node] = (report, time.GetUtcNow());
            Forget();
        }

        if (isOther)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Elsewhere: what the floor says of the others.</summary>
    public void Learn(FloorState state)
    {
        Volatile.Write(ref _waiting, state.Waiting);
        state.Others.ForEach(Hear);
    }

    /// <summary>A node is gone: nothing more is asked of it.</summary>
    public void Drop(string node)
    {
        lock (_lock)
        {
            if (!_others.Remove(node))
            {
                return;
            }
        }

        Changed?.Invoke();
    }

    /// <summary>At the floor: a run has gone to a node, which will say so itself a moment later.</summary>
    public void Give(RunLease lease, string node)
    {
        lock (_lock)
        {
            _given[lease] = (node, time.GetUtcNow());
        }
    }

    /// <summary>The other node that has a run; null where none has.</summary>
    public string? HolderOf(RunLease lease)
    {
        lock (_lock)
        {
            Forget();
            return _given.TryGetValue(lease, out var given) && given.Node != own.Value
                ? given.Node
                : _others.Values.Select(one => one.Report).FirstOrDefault(report => report.Held.Contains(lease))?.Node;
        }
    }

    private void Forget()
    {
        var oldest = time.GetUtcNow() - Patience;
        foreach (var gone in _others.Where(one => one.Value.At < oldest).Select(one => one.Key).ToList())
        {
            _others.Remove(gone);
        }

        foreach (var old in _given.Where(one => one.Value.At < oldest).Select(one => one.Key).ToList())
        {
            _given.Remove(old);
        }
    }
}

/// <summary>What a node says of itself.</summary>
/// <param name="Trainers">Those connected to it, or beside it.</param>
/// <param name="Held">The runs that they have, or may come back to.</param>
/// <param name="DataSet">What they run cells on; null while none can.</param>
/// <param name="Program">What they train with.</param>
internal sealed record NodeReport(string Node, List<TrainerStatus> Trainers, List<RunLease> Held, DataSetInfo? DataSet, string? Program)
{
    public bool IsLike(NodeReport other) =>
        DataSet == other.DataSet && Program == other.Program && Trainers.SequenceEqual(other.Trainers) && Held.SequenceEqual(other.Held);
}

/// <summary>What the floor answers a node.</summary>
/// <param name="Term">Another one each time that the floor begins anew.</param>
/// <param name="Others">All nodes but the one that asks.</param>
/// <param name="Watches">The runs that are told to it, by its numbers.</param>
/// <param name="Waiting">Runs that wait.</param>
internal sealed record FloorState(string Term, List<NodeReport> Others, List<long> Watches, int Waiting);
