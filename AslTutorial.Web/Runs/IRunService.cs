using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Runs as pages, the API and the hub see them: the one door to queue, store and live state.</summary>
public interface IRunService
{
    Task<RunStart> StartAsync(string learnerId, TrainingSettings settings, CancellationToken cancel = default);

    Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default);

    /// <summary>The learner's own runs, the newest first.</summary>
    Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, CancellationToken cancel = default);

    /// <summary>Whether the learner owns the run: only the owner may cancel it.</summary>
    Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default);

    /// <summary>
    /// Joins a run: the snapshot, and every later event to <paramref name="onEvent"/>, without gap or repeat.
    /// The callback must not block; dispose the subscription to leave. Null when there is no such run.
    /// </summary>
    Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default);
}
