using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>The only way for pages, the API and the hub to read and change runs.</summary>
public interface IRunService
{
    /// <param name="lesson">The slug of the lesson whose panel shows the run.</param>
    /// <remarks>Shows an equal order's computation if there is one: see <see cref="RunView.IsShared"/> and <see cref="RunView.Replay"/>.</remarks>
    Task<RunStart> StartAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default);

    /// <summary>The same, but always computed anew.</summary>
    Task<RunStart> StartFreshAsync(string learnerId, string lesson, TrainingSettings settings, CancellationToken cancel = default);

    /// <summary>Repeats anybody's run with its settings, seed and steering, computed anew; null if there is no such run.</summary>
    Task<RunStart?> AgainAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    Task<RunView?> FindAsync(Guid runId, CancellationToken cancel = default);

    /// <summary>The learner's own runs, the newest first.</summary>
    /// <param name="lesson">Only the runs of the lesson with this slug; null for all.</param>
    Task<IReadOnlyList<RunView>> ListAsync(string learnerId, int limit = 50, string? lesson = null, CancellationToken cancel = default);

    /// <summary>One page of that list.</summary>
    /// <param name="from">Only runs after this place; null for the first page.</param>
    Task<IReadOnlyList<RunView>> ListFromAsync(string learnerId, RunCursor? from, int limit, string? lesson = null, CancellationToken cancel = default);

    /// <summary>Whether the learner owns the run: only the owner may cancel it.</summary>
    Task<bool> OwnsAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>The learner's run if it is the only one that shows this execution; else null.</summary>
    Task<Guid?> FindSoleAsync(string learnerId, Guid executionId, CancellationToken cancel = default);

    Task<CancelOutcome> CancelAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>Steers, renames or annotates a run.</summary>
    Task<RunChanged> ChangeAsync(string learnerId, Guid runId, RunChange change, CancellationToken cancel = default);

    Task<DeleteOutcome> DeleteAsync(string learnerId, Guid runId, CancellationToken cancel = default);

    /// <summary>When a run was deleted; null if it was not deleted or never existed.</summary>
    Task<DateTimeOffset?> FindDeletedAsync(Guid runId, CancellationToken cancel = default);

    Task<ConfusionMatrix?> ConfusionAsync(Guid runId, int epoch, CancellationToken cancel = default);

    /// <summary>
    /// Joins a run: a snapshot, then every later event through <paramref name="onEvent"/>, without gap or repeat.
    /// The callback must not block; dispose the subscription to leave. Null if there is no such run.
    /// </summary>
    Task<RunSubscription?> WatchAsync(Guid runId, Action<RunEvent> onEvent, CancellationToken cancel = default);
}
