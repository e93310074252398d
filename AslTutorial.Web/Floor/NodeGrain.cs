using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Orleans.Concurrency;
using Orleans.Placement;

namespace AslTutorial.Web.Floor;

/// <inheritdoc cref="INodeGrain"/>
[Reentrant]
[KeepAlive]
[PreferLocalPlacement]
internal sealed class NodeGrain(
    NodeName node, DispatchSignal signal, TrainerRegistry registry, RunReplicas replicas, MeasuredCells cells, LookQueue looks) : Grain, INodeGrain
{
    /// <summary>Fails on any node but its own: a call to a node that is gone would otherwise activate the grain elsewhere.</summary>
    /// <exception cref="InvalidOperationException">This is another node.</exception>
    public override Task OnActivateAsync(CancellationToken cancellationToken) => this.GetPrimaryKeyString() == node.Value
        ? Task.CompletedTask
        : throw new InvalidOperationException($"The node {this.GetPrimaryKeyString()} is gone.");

    public Task EnterAsync() => Task.CompletedTask;

    public Task WakeAsync()
    {
        signal.Wake();
        return Task.CompletedTask;
    }

    public Task CancelAsync(RunLease lease)
    {
        registry.Cancel(lease);
        return Task.CompletedTask;
    }

    public Task SteerAsync(RunLease lease, SteerOrder order)
    {
        registry.Steer(lease, order);
        return Task.CompletedTask;
    }

    public Task TellAsync(List<WatchedEvent> news)
    {
        replicas.Take(news);
        return Task.CompletedTask;
    }

    public Task<CellExecution> RunCellAsync(CellOrder order, CancellationToken interrupt) => cells.RunAsync(order, interrupt);

    public Task<LookOutcome> LookAsync(LookOrder order, string digest, string viewer, CancellationToken cancel) =>
        looks.AskHereAsync(order, digest, viewer, cancel);
}
