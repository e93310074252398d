using System.Text.Json;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Caching.Memory;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Executes an answer beside the right one, to show the damage of what runs without an error. Runs are kept by their
/// settings and the data set: the same ones are executed once, whoever asks.
/// </summary>
internal sealed class Consequences(AnswerOrders builder, AnswerExecution execution, ICellOrders orders) : IDisposable
{
    private const int CurveEpochs = 2;
    private const int TrainRows = 1536;

    /// <summary>A result is of some ten kilobytes.</summary>
    private const int Kept = 256;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly Lock _lock = new();

    public void Dispose() => _cache.Dispose();

    /// <param name="exercise">The one that was answered.</param>
    /// <param name="request">Its answers.</param>
    /// <param name="view">What is to be seen.</param>
    public async Task<ConsequenceAnswer> ShowAsync(
        string lesson, ExerciseDefinition exercise, OutcomeRequest request, OutcomeView view, NotebookValues values, CancellationToken cancel)
    {
        var (epochs, right) = view switch
        {
            OutcomeView.TrainingCurve => (CurveEpochs, request with { Values = AnswerOrders.Solution(exercise) }),
            OutcomeView.Log => (1, request with { Values = AnswerOrders.Solution(exercise) }),
            OutcomeView.ValidationOrder => (1, WithSolution(request, exercise, "valid_shuffle")),
            OutcomeView.Sampler => (0, request with { Values = AnswerOrders.Solution(exercise) }),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, "nothing to show"),
        };
        var own = await RunAsync(builder.Training(lesson, request, values, epochs, TrainRows)).WaitAsync(cancel);
        var other = await RunAsync(builder.Training(lesson, right, values, epochs, TrainRows)).WaitAsync(cancel);
        return own.Result is { } ownResult && other.Result is { } rightResult
            ? new(new Consequence(view, ownResult, rightResult, epochs, epochs == 0 ? 0 : TrainRows))
            : new(null, own.Result is null ? own.Reason : other.Reason);
    }

    private static OutcomeRequest WithSolution(OutcomeRequest request, ExerciseDefinition exercise, string gap) => request with
    {
        Values = [.. request.Values.Select(value =>
            value.Gap == gap && exercise.Find(gap) is { } found ? new GapValue(gap, found.Accept[0].Reading.Arguments) : value)],
    };

    private Task<ExecutedOutcome> RunAsync(CellOrder order)
    {
        var key = (JsonSerializer.Serialize(order), orders.DataSet?.Digest);
        lock (_lock)
        {
            if (_cache.TryGetValue(key, out Task<ExecutedOutcome>? known) && known is not null && (!known.IsCompleted || known.Result.Result is not null))
            {
                return known;
            }

            var running = execution.RunAsync(() => order);
            _cache.Set(key, running, new MemoryCacheEntryOptions { Size = 1 });
            return running;
        }
    }
}
