using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Runs as pages, the API and the hub see them: the one door to queue, store and live state.</summary>
public interface IRunService
{
    /// <param name="lesson">The slug of the lesson it belongs to: its panel shows the run.</param>
    /// <remarks>What is being computed for the same order, or has been, is shown: see <see cref="RunView.IsShared"/> and <see cref="RunView.Replay"/>.</remarks>
    Task<RunStart> StartAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default);

    /// <summary>The same, computed anew although it is being computed for somebody, or has been.</summary>
    Task<RunStart> StartFreshAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default);

    /// <summary>Repeats a run, whoever's it is, with its settings, its seed and its steering, computed anew; null when there is no such run.</summary>
    Task<RunStart?> AgainAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default);

    /// <summary>The learner's own runs, the newest first.</summary>
    /// <param name="lesson">The slug of the only lesson whose runs are wanted; null for all.</param>
    Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, string? lesson = null, CancellationToken cancel = default);

    /// <summary>A page of that list.</summary>
    /// <param name="from">Only runs that come after it; null for the newest.</param>
    Task<IReadOnlyList<RunView>> ListFromAsync(string learnerId, RunCursor? from, int limit, string? lesson = null, CancellationToken cancel = default);

    /// <summary>Whether the learner owns the run: only the owner may cancel it.</summary>
    Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>The learner's run that alone shows an execution; null where others do too, or it is another's.</summary>
    Task<Guid?> FindSoleAsync(string learnerId, Guid executionId, CancellationToken cancel = default);

    Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>Steers a run, or gives it a name or a note.</summary>
    Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel = default);

    Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>When a run was deleted; null where it was not, or never was.</summary>
    Task<DateTimeOffset?> FindDeletedAsync(Guid runId, CancellationToken cancel = default);

    Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default);

    /// <summary>
    /// Joins a run: the snapshot, and every later event to <paramref name="onEvent"/>, without gap or repeat.
    /// The callback must not block; dispose the subscription to leave. Null when there is no such run.
    /// </summary>
    Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default);
}
