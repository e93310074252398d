using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>
/// The site's own runs: for each lesson a net trained for three epochs on the current data set, so that readers without a run of their own
/// have one to look into. They train only while the trainer is idle, and give way at once to any other run.
/// </summary>
internal sealed class ExampleRuns(
    IRunService runs,
    RunBoard board,
    FloorSeat seat,
    ITrainerDirectory trainers,
    ICellOrders cells,
    LessonCourse course,
    IDbContextFactory<SiteDb> databases,
    IOptions<LookOptions> options,
    TimeProvider time,
    ILogger<ExampleRuns> log) : BackgroundService, IExampleRuns
{
    /// <summary>The owner of these runs; learners' ids from cookies are longer.</summary>
    public const string Learner = "example";

    public const int Epochs = 3;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    // Waits after a start and after giving way, so that readers get the trainer first.
    private readonly TimeSpan _quiet = TimeSpan.FromSeconds(options.Value.ExampleAfterSeconds);
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private Guid? _current;

    /// <summary>A lesson's example with the most epochs on the current data; null if there is none yet.</summary>
    public async Task<RunView?> FindAsync(string lesson, CancellationToken cancel = default)
    {
        var digest = cells.DataSet?.Digest;
        try
        {
            return (await runs.ListAsync(Learner, lesson: lesson, cancel: cancel))
                .Where(run => run.Epochs.Count > 0 && (digest is null || run.DataSet?.Digest == digest))
                .MaxBy(run => (run.Epochs.Count, run.CreatedAt));
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            // A lesson is readable without an example.
            log.LogError(e, "The example's training could not be read.");
            return null;
        }
    }

    public Task<bool> IsExampleAsync(Guid runId, CancellationToken cancel = default) => runs.OwnsAsync(Learner, runId, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Example)
        {
            return;
        }

        _notBefore = time.GetUtcNow() + _quiet;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Suppressed: stopping, also after a failed start, is not a fault of this service.
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    await StepAsync(stoppingToken);
                }
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning("The example's training could not be seen to: {Reason}", e.Message);
                    _notBefore = time.GetUtcNow() + _quiet;
                }
            }
        }
    }

    private async Task StepAsync(CancellationToken cancel)
    {
        // Of several nodes, only the floor's does it.
        if (!seat.IsHere)
        {
            return;
        }

        if (_current is { } id)
        {
            var run = board.Find(id);
            if (run is null || run.State.IsEnded())
            {
                _current = null;
            }
            else if (board.Waiting > (run.State == RunState.Queued ? 1 : 0))
            {
                await runs.CancelAsync(Learner, id, cancel);
                _notBefore = time.GetUtcNow() + _quiet;
            }

            return;
        }

        if (time.GetUtcNow() < _notBefore || board.Waiting > 0 || cells.DataSet is not { } data || !trainers.All.Any(IsIdle))
        {
            return;
        }

        if (await MissingAsync(data.Digest, cancel) is not { } lesson)
        {
            // Nothing to do until the data set changes; look again later.
            _notBefore = time.GetUtcNow() + _quiet;
            return;
        }

        _current = await StartAsync(lesson, cancel);
    }

    private async Task<Guid?> StartAsync(LessonDescription lesson, CancellationToken cancel)
    {
        if (await runs.StartAsync(Learner, lesson.Slug, new TrainingSettings(lesson.Net, Epochs), cancel) is RunStart.Accepted { Run.Id: var id })
        {
            return id;
        }

        _notBefore = time.GetUtcNow() + _quiet;
        return null;
    }

    /// <summary>The next lesson without a complete example; lessons whose nets show more come first.</summary>
    private async Task<LessonDescription?> MissingAsync(string digest, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.Runs.Where(r => r.LearnerId == Learner && r.DataDigest == digest)
            .Select(r => new { r.Lesson, r.State, r.Id }).ToListAsync(cancel);

        // An example that the site's last stop interrupted is resumed like any run.
        _current ??= known.Find(r => !r.State.IsEnded())?.Id;
        return _current is not null ? null : course.All.OrderBy(lesson => lesson.Net).FirstOrDefault(lesson => !known.Exists(r => r.Lesson == lesson.Slug && r.State is (RunState.Completed or RunState.Failed)));
    }

    private static bool IsIdle(TrainerStatus trainer) => trainer is { Connected: true, Description: { Phase: TrainerPhase.Idle, DataSet: not null } };
}
