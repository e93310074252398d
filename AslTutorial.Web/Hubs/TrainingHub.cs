using AslTutorial.Web.Admission;
using Microsoft.AspNetCore.SignalR;

namespace AslTutorial.Web.Hubs;

/// <summary>The hub through which browsers and other programs watch runs.</summary>
internal sealed class TrainingHub(Watchers watchers) : Hub<ITrainingClient>
{
    /// <summary>
    /// A snapshot of the run, followed by every later event without gap or repeat. Null if there is no such run or the connection already
    /// watches as many as it may: an exception would log a stack trace for each call.
    /// </summary>
    public Task<LiveSnapshot?> Watch(Guid runId) => watchers.WatchAsync(Context.ConnectionId, runId, Context.ConnectionAborted);

    public Task Unwatch(Guid runId)
    {
        watchers.Unwatch(Context.ConnectionId, runId);
        return Task.CompletedTask;
    }

    public override Task OnConnectedAsync()
    {
        watchers.Connected(Context.ConnectionId, Context.GetHttpContext()?.Features.Get<Caller>()?.Address, Context.Abort);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Disconnected(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
