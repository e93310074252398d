using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Floor;

/// <summary>The trainers of all nodes: those here first.</summary>
internal sealed class FloorTrainers : ITrainerOrders, ITrainerDirectory, IDispatchSignal
{
    /// <summary>Enough of a node's name to tell it from others.</summary>
    private const int ShownName = 8;

    private readonly TrainerRegistry _registry;
    private readonly DispatchSignal _signal;
    private readonly Nodes _nodes;
    private readonly IGrainFactory _grains;

    public FloorTrainers(TrainerRegistry registry, DispatchSignal signal, Nodes nodes, IGrainFactory grains)
    {
        (_registry, _signal, _nodes, _grains) = (registry, signal, nodes, grains);
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

    public void Cancel(RunLease lease)
    {
        if (_nodes.HolderOf(lease) is { } node)
        {
            _grains.GetGrain<INodeGrain>(node).CancelAsync(lease).Ignore();
        }
        else
        {
            _registry.Cancel(lease);
        }
    }

    public void Steer(RunLease lease, SteerOrder order)
    {
        if (_nodes.HolderOf(lease) is { } node)
        {
            _grains.GetGrain<INodeGrain>(node).SteerAsync(lease, order).Ignore();
        }
        else
        {
            _registry.Steer(lease, order);
        }
    }

    public void Wake()
    {
        _signal.Wake();
        foreach (var node in _nodes.Others)
        {
            _grains.GetGrain<INodeGrain>(node.Node).WakeAsync().Ignore();
        }
    }
}
