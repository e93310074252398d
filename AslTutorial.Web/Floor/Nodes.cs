using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>What this node knows about the others from their heartbeats; other nodes than the floor's get it from the floor.</summary>
internal sealed class Nodes(NodeName own, SharedAdmission admission, TimeProvider time)
{
    /// <summary>A node without a heartbeat for so long counts as gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (NodeReport Report, DateTimeOffset At)> _others = [];
    private readonly Dictionary<RunLease, (string Node, DateTimeOffset At)> _given = [];
    private NodeReport? _own;
    private int _waiting;

    /// <summary>Raised, on any thread, when another node's report has changed.</summary>
    public event Action? Changed;

    /// <summary>The latest report of each other node that is alive.</summary>
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

    /// <summary>On the floor's node: what a node is told, which is everything but its own report.</summary>
    public List<NodeReport> For(string node)
    {
        var others = Others;
        return [.. (Volatile.Read(ref _own) is { } here ? others.Prepend(here) : others).Where(report => report.Node != node)];
    }

    /// <summary>Number of waiting runs, as told by the floor on another node.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>On the floor's node: takes a node's report.</summary>
    public void Hear(NodeReport report)
    {
        if (report.Node == own.Value)
        {
            Volatile.Write(ref _own, report);
            return;
        }

        admission.Hear(report.Admission);
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

    /// <summary>On other nodes: takes what the floor knows.</summary>
    public void Learn(FloorState state)
    {
        Volatile.Write(ref _waiting, state.Waiting);
        state.Others.ForEach(Hear);
    }

    /// <summary>A node is gone: forgets it.</summary>
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

    /// <summary>On the floor's node: remembers where a run went until the node reports it itself.</summary>
    public void Give(RunLease lease, string node)
    {
        lock (_lock)
        {
            _given[lease] = (node, time.GetUtcNow());
        }
    }

    /// <summary>The other node that has a run; null if none has.</summary>
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

/// <summary>A node's report about itself.</summary>
/// <param name="Trainers">Trainers connected to it or started by it.</param>
/// <param name="Held">Runs that its trainers have, or may come back to.</param>
/// <param name="DataSet">The data set for cells; null if no trainer can run any.</param>
/// <param name="Program">The version of the trainers' program.</param>
/// <param name="Admission">What the operator has said there, or what it has heard of it.</param>
internal sealed record NodeReport(
    string Node, List<TrainerStatus> Trainers, List<RunLease> Held, DataSetInfo? DataSet, string? Program, AdmissionWords Admission)
{
    public bool IsLike(NodeReport other) =>
        DataSet == other.DataSet && Program == other.Program && Trainers.SequenceEqual(other.Trainers) && Held.SequenceEqual(other.Held);
}

/// <summary>The floor's answer to a heartbeat.</summary>
/// <param name="Term">Identifies this start of the floor.</param>
/// <param name="Others">The reports of all nodes but the asking one.</param>
/// <param name="Watches">The node's own numbers of its watches that the floor has.</param>
/// <param name="Waiting">Number of waiting runs.</param>
internal sealed record FloorState(string Term, List<NodeReport> Others, List<long> Watches, int Waiting);
