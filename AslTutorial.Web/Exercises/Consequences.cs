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
    /// <summary>A result is of some ten kilobytes.</summary>
    private const int Kept = 256;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly Lock _lock = new();

    public void Dispose() => _cache.Dispose();

    /// <param name="exercise">The one that was answered.</param>
    /// <param name="request">Its answers.</param>
    /// <param name="name">What is to be seen.</param>
    public async Task<ConsequenceAnswer> ShowAsync(
        ExerciseDefinition exercise, OutcomeRequest request, string name, NotebookValues values, CancellationToken cancel)
    {
        if (values.Cells.Programs?.FindView(name) is not { } view)
        {
            return new(null);
        }

        var right = view.OnlyGap is { } only ? WithSolution(request, exercise, only) : request with { Values = AnswerOrders.Solution(exercise) };
        var own = await RunAsync(builder.Order(view, request, values)!).WaitAsync(cancel);
        var other = await RunAsync(builder.Order(view, right, values)!).WaitAsync(cancel);
        return own.Result is { } ownResult && other.Result is { } rightResult
            ? new(new Consequence(name, ownResult, rightResult, view.Number("epochs"), view.Number("train_rows")))
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
