using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>The trainers of all nodes, this node's first.</summary>
internal sealed class FloorTrainers : ITrainerOrders, ITrainerDirectory, IDispatchSignal
{
    /// <summary>How many characters of a node's name are shown: enough to distinguish nodes.</summary>
    private const int ShownName = 8;

    private readonly TrainerRegistry _registry;
    private readonly DispatchSignal _signal;
    private readonly Nodes _nodes;
    private readonly IGrainFactory _grains;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private Task _told = Task.CompletedTask;

    public FloorTrainers(TrainerRegistry registry, DispatchSignal signal, Nodes nodes, IGrainFactory grains, ILogger<FloorTrainers> log)
    {
        (_registry, _signal, _nodes, _grains, _log) = (registry, signal, nodes, grains, log);
        registry.Changed += () => Changed?.Invoke();
        nodes.Changed += () => Changed?.Invoke();
    }

    public event Action? Changed;

    public IReadOnlyList<TrainerStatus> All => _nodes.Others is { Count: > 0 } others
        ? [.. _registry.All, .. others.SelectMany(node => node.Trainers.Select(one => one with { Id = $"{one.Id}@{node.Node[..ShownName]}" }))]
        : _registry.All;

    public DataSetInfo? DataSet => _registry.DataSet ?? Elsewhere?.DataSet;

    public string? Program => _registry.DataSet is null ? Elsewhere?.Program : _registry.Program;

    private NodeReport? Elsewhere => _nodes.Others.FirstOrDefault(node => node.DataSet is not null);

    public void Cancel(RunLease lease) => Tell(lease, registry => registry.Cancel(lease), node => node.CancelAsync(lease));

    public void Steer(RunLease lease, SteerOrder order) => Tell(lease, registry => registry.Steer(lease, order), node => node.SteerAsync(lease, order));

    public void Wake()
    {
        _signal.Wake();
        foreach (var node in _nodes.Others)
        {
            _grains.GetGrain<INodeGrain>(node.Node).WakeAsync().Ignore();
        }
    }

    private void Tell(RunLease lease, Action<TrainerRegistry> here, Func<INodeGrain, Task> there)
    {
        if (_nodes.HolderOf(lease) is not { } node)
        {
            here(_registry);
            return;
        }

        lock (_lock)
        {
            // One after the other, so that the latest of several orders arrives last.
            _told = TellAsync(_told, node, there);
        }
    }

    private async Task TellAsync(Task before, string node, Func<INodeGrain, Task> tell)
    {
        await before;
        try
        {
            await tell(_grains.GetGrain<INodeGrain>(node));
        }
        catch (Exception e)
        {
            // If the node is gone, the run goes to another trainer, together with its steering.
            _log.LogWarning("The node {Node} could not be told what is wished of a run: {Reason}", node, e.Message);
        }
    }
}
