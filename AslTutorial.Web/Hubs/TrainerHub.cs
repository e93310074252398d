using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Orleans.Runtime;

namespace AslTutorial.Web.Hubs;

/// <summary>The hub for trainers.</summary>
[Authorize(AuthenticationSchemes = TrainerAuthentication.SchemeName, Policy = TrainerAuthentication.Policy)]
internal sealed class TrainerHub(
    TrainerRegistry registry,
    TrainerDesk desk,
    FloorLink floor,
    Holdings holdings,
    IHubContext<TrainerHub, ITrainerClient> hub,
    TimeProvider time,
    ILogger<TrainerLink> linkLog)
    : Hub<ITrainerClient>, ITrainerHub
{
    public override Task OnConnectedAsync()
    {
        registry.Add(new TrainerLink(
            Context.ConnectionId, hub.Clients.Client(Context.ConnectionId), Context.Abort, time.GetUtcNow(), linkLog, Context.ConnectionAborted)
        {
            KeyName = KeyName,
        });
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
        if (TrainerMessages.FaultOf(description) is { } fault)
        {
            throw new HubException(fault);
        }

        if (registry.Find(Context.ConnectionId) is not { } link)
        {
            return false;
        }

        link.Hear();
        return await desk.DescribeAsync(link, description);
    }

    public async Task ReportBatch(RunLease lease, BatchProgress progress)
    {
        if (!await HearAsync(lease, progress))
        {
            return;
        }

        try
        {
            await floor.Grain.BatchAsync(lease, progress);
        }
        catch (OrleansException)
        {
            // The floor is moving to another node: the curve lacks this point.
        }
    }

    public async Task<bool> ReportEpoch(RunLease lease, EpochResult result, ConfusionMatrix confusion) =>
        await HearAsync(lease, result, confusion) && Keep(lease, await floor.CallAsync(there => there.EpochAsync(lease, result, confusion)));

    public async Task<bool> ReportSteered(RunLease lease, SteeredRun steered) =>
        await HearAsync(lease, steered) && Keep(lease, await floor.CallAsync(there => there.SteeredAsync(lease, steered)));

    public async Task<bool> ReportEnd(RunLease lease, RunEnd end)
    {
        if (!await HearAsync(lease, end))
        {
            return false;
        }

        var taken = await floor.CallAsync(there => there.EndAsync(lease, end));
        registry.Release(lease);
        return taken;
    }

    private string KeyName => Context.User?.Identity?.Name ?? "";

    /// <summary>Whether this trainer may report on the run. A report also counts as progress for the trainers' supervision.</summary>
    /// <exception cref="HubException">A part of the message is missing.</exception>
    private async Task<bool> HearAsync(RunLease lease, params object?[] parts)
    {
        if (lease is null || parts.Contains(null))
        {
            throw new HubException("A report has a lease and what it reports.");
        }

        if (!await holdings.MaySpeakAsync(lease, KeyName, Context.ConnectionAborted))
        {
            return false;
        }

        registry.Find(Context.ConnectionId)?.HearOfStep();
        return true;
    }

    private bool Keep(RunLease lease, bool holds)
    {
        if (!holds)
        {
            registry.Release(lease);
        }

        return holds;
    }
}
