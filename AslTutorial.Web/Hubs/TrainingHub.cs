using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>Where browsers, and other programs, watch runs.</summary>
internal sealed class TrainingHub(Watchers watchers) : Hub<ITrainingClient>
{
    /// <summary>The run as it stands; every later event follows, without gap or repeat. Null where there is no such run, or the connection watches as many as it may: an exception would be logged with its stack, once for each call.</summary>
    public Task<LiveSnapshot?> Watch(Guid runId) => watchers.WatchAsync(Context.ConnectionId, runId, Context.ConnectionAborted);

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
