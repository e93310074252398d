using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.RunList;

/// <summary>
/// The learner's runs, kept up to date: watches active runs, and reads the list again regularly, because a run may be started in
/// another window. Owned and disposed by one component.
/// </summary>
/// <param name="lesson">Only the runs of the lesson with this slug; null for all.</param>
/// <param name="from">Only runs after this place in the list; null for all.</param>
public sealed class RunFeed(IRunService service, ILearner learner, TimeProvider time, string? lesson = null, RunCursor? from = null) : IAsyncDisposable
{
    /// <summary>How soon a run that was started elsewhere appears.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<Guid, RunSubscription> _watched = [];
    private List<RunLine> _runs = [];
    private Task _loop = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Raised, on any thread, when <see cref="Runs"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RunLine> Runs
    {
        get
        {
            lock (_gate)
            {
                return [.. _runs];
            }
        }
    }

    public async Task LoadAsync(int limit)
    {
        var views = await service.ListFromAsync(await learner.GetIdAsync(), from, limit, lesson, _stop.Token);
        lock (_gate)
        {
            _runs = [.. views.Select(RunLine.Of)];
        }
    }

    /// <summary>Keeps reading and watching until disposed.</summary>
    public void Follow(int limit) => _loop = FollowAsync(limit);

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _stop.CancelAsync();
        await _loop;
        foreach (var subscription in _watched.Values)
        {
            subscription.Dispose();
        }

        _stop.Dispose();
    }

    private async Task FollowAsync(int limit)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    await LoadAsync(limit);
                    await WatchActiveAsync();
                    Changed?.Invoke();
                }
                catch (Exception e) when (StorageFailure.IsOne(e))
                {
                    // Keep what is shown; the next reading tries again.
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: the page is closed.
        }
    }

    private async Task WatchActiveAsync()
    {
        foreach (var run in Runs)
        {
            if (run.IsActive && !_watched.ContainsKey(run.Id)
                && await service.WatchAsync(run.Id, OnEvent, _stop.Token) is { } subscription)
            {
                _watched[run.Id] = subscription;
                Replace(run.Id, _ => RunLine.Of(subscription.Snapshot.Run));
            }
            else if (!run.IsActive && _watched.Remove(run.Id, out var ended))
            {
                ended.Dispose();
            }
        }
    }

    private void OnEvent(RunEvent happened)
    {
        // Ignore batches: they come ten times a second, and a list does not show them.
        var changed = happened switch
        {
            RunEvent.Epoch epoch => Replace(epoch.RunId, run => run.With(epoch.Result)),
            RunEvent.Changed state => Replace(state.RunId, _ => RunLine.Of(state.View)),
            _ => false,
        };
        if (changed)
        {
            Changed?.Invoke();
        }
    }

    private bool Replace(Guid id, Func<RunLine, RunLine> change)
    {
        lock (_gate)
        {
            var at = _runs.FindIndex(run => run.Id == id);
            if (at < 0)
            {
                return false;
            }

            _runs[at] = change(_runs[at]);
            return true;
        }
    }
}
