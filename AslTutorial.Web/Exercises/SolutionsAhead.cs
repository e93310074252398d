using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Executes each exercise's solution when this node's trainers are ready, one after the other. Their outcomes are then cached, and what
/// executes them is loaded and compiled: a class that answers in the first minute after a start does not wait for that.
/// </summary>
internal sealed class SolutionsAhead(
    ExerciseLibrary exercises,
    NotebookCells cells,
    ValueReader reader,
    AnswerOrders orders,
    AnswerExecution execution,
    TrainerRegistry trainers,
    IOptions<ExerciseOptions> options,
    TimeProvider time,
    ILogger<SolutionsAhead> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private string? _done;

    /// <summary>Executes them unless that has been done for these data, programs and devices.</summary>
    /// <returns>The number of outcomes.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (trainers.CellGround() is not { } ground || ground == _done)
        {
            return 0;
        }

        var begun = time.GetTimestamp();
        var executed = 0;
        foreach (var order in cells.Lessons.SelectMany(Orders))
        {
            cancel.ThrowIfCancellationRequested();
            var outcome = await execution.RunAsync(() => order);
            if (outcome.Reason is NotExecuted.NoTrainer or NotExecuted.Busy)
            {
                // Begun again when a trainer is there; what has been executed is cached.
                return executed;
            }

            executed++;
        }

        _done = ground;
        log.LogInformation("{Count} solutions were executed ahead in {Seconds:0.0} s", executed, time.GetElapsedTime(begun).TotalSeconds);
        return executed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.SolveAhead && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Such as a lesson's file with a fault, which its page reports. Nobody waits for this.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogWarning("Solutions could not be executed ahead of their first learner: {Reason}", e.Message);
                return;
            }

            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IEnumerable<CellOrder> Orders(string lesson)
    {
        // As of a learner who has typed nothing yet.
        var values = new NotebookValues(cells.Of(lesson), NotebookContent.Nothing.Texts, reader);
        return from cell in values.Cells.All
               where cell.IsExercise
               let exercise = exercises.FindExercise(lesson, cell.Id)
               where exercise is not null
               let texts = exercise.Gaps.ToDictionary(gap => gap.Name, gap => (string?)gap.Accept[0].Written)
               let request = ExerciseJudge.Judge(exercise, texts, SiteCultures.Default).Request
               where request is not null
               let order = orders.Order(request, values)
               where order is not null
               select order;
    }
}
