using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Floor;

/// <summary>On a node that does not have the floor: rehearses, once after its start, to take it over.</summary>
internal sealed class FloorRehearsal(RunLeases leases, FloorSeat seat, IOptions<ClusterOptions> cluster, ILogger<FloorRehearsal> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!cluster.Value.IsShared || seat.IsHere)
        {
            return;
        }

        try
        {
            await leases.RehearseAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
#pragma warning disable CA1031 // It is a rehearsal: what is wrong with the database is reported by what needs it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning("This node could not rehearse to take over the queue: {Reason}", e.Message);
        }
    }
}
