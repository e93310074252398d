using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>Where trainers connect.</summary>
[Authorize(AuthenticationSchemes = TrainerAuthentication.SchemeName, Policy = TrainerAuthentication.Policy)]
internal sealed class TrainerHub(
    TrainerRegistry registry,
    TrainerDesk desk,
    RunReports reports,
    IHubContext<TrainerHub, ITrainerClient> hub,
    TimeProvider time,
    ILogger<TrainerLink> linkLog)
    : Hub<ITrainerClient>, ITrainerHub
{
    public override Task OnConnectedAsync()
    {
        registry.Add(new TrainerLink(
            Context.ConnectionId, hub.Clients.Client(Context.ConnectionId), Context.Abort, time.GetUtcNow(), linkLog, Context.ConnectionAborted));
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (registry.Find(Context.ConnectionId) is { } link)
        {
            desk.Disconnected(link);
        }

        return Task.CompletedTask;
    }

    public async Task<bool> Describe(TrainerDescription description)
    {
        if (registry.Find(Context.ConnectionId) is not { } link)
        {
            return false;
        }

        link.Hear();
        return await desk.DescribeAsync(link, description);
    }

    public Task ReportBatch(RunLease lease, BatchProgress progress)
    {
        Heard();
        reports.Batch(lease, progress);
        return Task.CompletedTask;
    }

    public async Task<bool> ReportEpoch(RunLease lease, EpochResult result, ConfusionMatrix confusion)
    {
        Heard();
        return Keep(lease, await reports.EpochAsync(lease, result, confusion, CancellationToken.None));
    }

    public async Task<bool> ReportSteered(RunLease lease, SteeredRun steered)
    {
        Heard();
        return Keep(lease, await reports.SteeredAsync(lease, steered, CancellationToken.None));
    }

    public async Task<bool> ReportEnd(RunLease lease, RunEnd end)
    {
        Heard();
        var taken = await reports.EndAsync(lease, end, CancellationToken.None);
        registry.Release(lease);
        return taken;
    }

    /// <summary>What a trainer reports of a run is a sign that it comes on.</summary>
    private void Heard() => registry.Find(Context.ConnectionId)?.HearOfStep();

    private bool Keep(RunLease lease, bool holds)
    {
        if (!holds)
        {
            registry.Release(lease);
        }

        return holds;
    }
}
