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
    TimeProvider time,
    ILogger<NodeBeat> log) : BackgroundService, ISiloStatusListener
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

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
        await base.StartAsync(cancellationToken);
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

    private async Task BeatAsync()
    {
        var held = registry.Leases().Select(one => one.Lease).Concat(desk.Awaited());
        var state = await grains.GetGrain<INodesGrain>(0).BeatAsync(new(node.Value, [.. registry.All], [.. held], registry.DataSet, registry.Program, admission.Words));
        nodes.Learn(state);
        replicas.Compare(state.Term, state.Watches);
    }
}
