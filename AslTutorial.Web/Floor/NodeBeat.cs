using AslTutorial.Web.Admission;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Orleans.Runtime;

namespace AslTutorial.Web.Floor;

/// <summary>
/// Registers this node and starts the floor if there is none yet. Then sends a heartbeat every second: reports this node's trainers and
/// runs, and learns about the other nodes.
/// </summary>
internal sealed class NodeBeat(
    NodeName node,
    IGrainFactory grains,
    TrainerRegistry registry,
    TrainerDesk desk,
    Nodes nodes,
    SharedAdmission admission,
    RunReplicas replicas,
    ISiloStatusOracle silos,
    FloorSeat seat,
    IHostApplicationLifetime life,
    TimeProvider time,
    ILogger<NodeBeat> log) : BackgroundService, ISiloStatusListener
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private CancellationTokenRegistration _onEnd;

    /// <summary>Completes before the site answers any request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        silos.SubscribeToSiloStatusEvents(this);
        await grains.GetGrain<INodeGrain>(node.Value).EnterAsync();
        await OwnerCalls.TryAsync(
            async () =>
            {
                await BeatAsync();
                return true;
            },
            time);
        _onEnd = life.ApplicationStopping.Register(() => _ = LeaveAsync());
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _onEnd.Dispose();
        base.Dispose();
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        silos.UnSubscribeFromSiloStatusEvents(this);
        return base.StopAsync(cancellationToken);
    }

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead && silos.TryGetSiloName(updatedSilo, out var gone))
        {
            nodes.Drop(gone);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    await BeatAsync();
                }
            }
            catch (Exception e)
            {
                // The floor is moving to another node.
                log.LogWarning("The floor does not answer at the moment: {Reason}", e.Message);
            }
        }
    }

    /// <summary>At the first word of the end: until Orleans hands the floor over by itself, seconds pass in which nobody is answered.</summary>
    private async Task LeaveAsync()
    {
        try
        {
            if (seat.IsHere)
            {
                await grains.GetGrain<INodesGrain>(0).LeaveAsync(node.Value);
            }
        }
        catch (Exception e)
        {
            log.LogWarning("The floor could not be handed over before this node ends: {Reason}", e.Message);
        }
    }

    private async Task BeatAsync()
    {
        var held = registry.Leases().Select(one => one.Lease).Concat(desk.Awaited());
        var state = await grains.GetGrain<INodesGrain>(0).BeatAsync(new(node.Value, [.. registry.All], [.. held], registry.DataSet, registry.Program, admission.Words));
        nodes.Learn(state);
        replicas.Compare(state.Term, state.Watches);
    }
}
