using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>Where browsers, and other programs, watch runs.</summary>
internal sealed class TrainingHub(Watchers watchers) : Hub<ITrainingClient>
{
    /// <summary>The run as it stands; every later event follows, without gap or repeat.</summary>
    public async Task<LiveSnapshot> Watch(Guid runId) =>
        await watchers.WatchAsync(Context.ConnectionId, runId, Context.ConnectionAborted)
            ?? throw new HubException($"There is no run {runId}.");

    public Task Unwatch(Guid runId)
    {
        watchers.Unwatch(Context.ConnectionId, runId);
        return Task.CompletedTask;
    }

    public override Task OnConnectedAsync()
    {
        watchers.Connected(Context.ConnectionId, Context.Abort);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Disconnected(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
