using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.RunList;

/// <summary>
/// The learner's runs, kept up to date: those that are active are watched, and the list is read again now and
/// then, because a run may have been started in another window. Belongs to one component, which disposes it.
/// </summary>
/// <param name="lesson">The slug of the only lesson whose runs are wanted; null for all.</param>
/// <param name="from">Only runs that come after it in the list; null for all.</param>
public sealed class RunFeed(IRunService service, ILearner learner, TimeProvider time, string? lesson = null, RunCursor? from = null) : IAsyncDisposable
{
    /// <summary>How soon a run started elsewhere is seen.</summary>
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

    /// <summary>Goes on reading and watching until disposed.</summary>
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
                    // What is shown stays, and the next reading is another try.
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: the reader has left.
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
        // Batches come ten times a second; a line in a list has no use for them.
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
