using AslTutorial.Training.Contracts;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace AslTutorial.Web.Floor;

/// <inheritdoc cref="IFloorGrain"/>
/// <remarks>
/// Reentrant, so that a batch does not wait for a transaction; the board's gate lets in one change at a time. If for a moment two nodes
/// both act as the floor, the second change of a run fails on its row's version.
/// </remarks>
[Reentrant]
[KeepAlive]
[PreferLocalPlacement]
internal sealed class FloorGrain(
    FloorSeat seat,
    RunBoard board,
    RunLeases leases,
    RunReports reports,
    RunStarting starting,
    RunCancelling cancelling,
    RunChanging changing,
    RunDeleting deleting,
    RunReplays replays,
    FarWatches watches,
    Nodes nodes,
    NodeName own,
    ISiloStatusOracle silos,
    IOptions<ClusterOptions> cluster,
    ILogger<FloorGrain> log) : Grain, IFloorGrain, INodesGrain
{
    private const string Cuda = "cuda";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await leases.RecoverAsync(areHeld: cluster.Value.IsShared, cancellationToken);
        await replays.RecoverAsync(cancellationToken);
        seat.Take();
        if (cluster.Value.IsShared)
        {
            log.LogInformation("Queue and runs are looked after by this node, {Node}", own);
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        seat.Leave();
        watches.Clear();
        return Task.CompletedTask;
    }

    public Task<RunStart> StartAsync(RunWish wish) => starting.StartAsync(wish, CancellationToken.None);

    public Task<CancelOutcome> CancelAsync(string learner, Guid run) => cancelling.CancelAsync(learner, run, CancellationToken.None);

    public Task<RunChanged> ChangeAsync(string learner, Guid run, RunChange change) => changing.ChangeAsync(learner, run, change, CancellationToken.None);

    public Task<DeleteOutcome> DeleteAsync(string learner, Guid run) => deleting.DeleteAsync(learner, run, CancellationToken.None);

    public Task DeleteAllAsync(string learner) => deleting.DeleteAllAsync(learner, CancellationToken.None);

    public Task<List<RunView>> FindAsync(List<Guid> runs) => Task.FromResult(runs.Select(board.Find).OfType<RunView>().ToList());

    public Task<RunSnapshot?> WatchAsync(string node, long watch, Guid run) => Task.FromResult(watches.Watch(node, watch, run));

    public Task UnwatchAsync(string node, long watch)
    {
        watches.Unwatch(node, watch);
        return Task.CompletedTask;
    }

    public async Task<RunOrder?> TakeAsync(TrainerOffer offer)
    {
        // Trainers with a GPU go first; an idle one's node was woken too and will ask for the run.
        if (offer.Device.Kind != Cuda && nodes.For(offer.Node).Any(other => other.Trainers.Any(IsIdleCard)))
        {
            return null;
        }

        var order = await leases.HandOutAsync(offer, CancellationToken.None);
        if (order is not null)
        {
            nodes.Give(order.Lease, offer.Node);
        }

        return order;
    }

    public async Task<ClaimedRun?> ClaimAsync(string node, RunLease lease, string keyName)
    {
        var claimed = await leases.ClaimAsync(lease, keyName, CancellationToken.None);
        if (claimed is not null)
        {
            nodes.Give(lease, node);
        }

        return claimed;
    }

    /// <summary>Ignored if the run's trainer has meanwhile come back through another node.</summary>
    public Task LostAsync(string node, RunLease lease, bool forGood) => nodes.HolderOf(lease) is { } holder && holder != node
        ? Task.CompletedTask
        : leases.LostAsync(lease, CancellationToken.None, forGood);

    public Task BatchAsync(RunLease lease, BatchProgress progress)
    {
        reports.Batch(lease, progress);
        return Task.CompletedTask;
    }

    public Task<bool> EpochAsync(RunLease lease, EpochResult result, ConfusionMatrix confusion) =>
        reports.EpochAsync(lease, result, confusion, CancellationToken.None);

    public Task<bool> SteeredAsync(RunLease lease, SteeredRun steered) => reports.SteeredAsync(lease, steered, CancellationToken.None);

    public Task<bool> EndAsync(RunLease lease, RunEnd end) => reports.EndAsync(lease, end, CancellationToken.None);

    public Task<FloorState> BeatAsync(NodeReport report)
    {
        nodes.Hear(report);
        return Task.FromResult(new FloorState(seat.Term ?? "", nodes.For(report.Node), watches.Of(report.Node), board.Waiting));
    }

    public Task LeaveAsync(string node)
    {
        if (node == own.Value && silos.GetApproximateSiloStatuses(onlyActive: true).Keys.FirstOrDefault(silo => !silo.Equals(silos.SiloAddress)) is { } next)
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, next);
            this.MigrateOnIdle();
        }

        return Task.CompletedTask;
    }

    private static bool IsIdleCard(Trainers.TrainerStatus trainer) =>
        trainer is { Connected: true, Description: { Phase: TrainerPhase.Idle, Device.Kind: Cuda, DataSet: not null } };
}
