using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>Executes a wrong answer that runs without an error, and the right one beside it, to show the difference.</summary>
internal sealed class Consequences(AnswerOrders orders, AnswerExecution execution)
{
    /// <param name="exercise">The exercise.</param>
    /// <param name="request">The learner's answers.</param>
    /// <param name="name">The view to show.</param>
    public async Task<ConsequenceOutcome> ShowAsync(
        ExerciseDefinition exercise, OutcomeRequest request, string name, NotebookValues values, CancellationToken cancel)
    {
        if (values.Cells.Programs?.FindView(name) is not { } view)
        {
            return new(null);
        }

        var right = view.OnlyGap is { } only ? WithSolution(request, exercise, only) : request with { Values = AnswerOrders.Solution(exercise) };
        var own = await execution.RunAsync(() => orders.Order(view, request, values)!).WaitAsync(cancel);
        var other = await execution.RunAsync(() => orders.Order(view, right, values)!).WaitAsync(cancel);
        return own.Result is { } ownResult && other.Result is { } rightResult
            ? new(new Consequence(name, ownResult, rightResult, view.Number("epochs"), view.Number("train_rows")))
            : new(null, own.Result is null ? own.Reason : other.Reason);
    }

    private static OutcomeRequest WithSolution(OutcomeRequest request, ExerciseDefinition exercise, string gap) => request with
    {
        Values = [.. request.Values.Select(value =>
            value.Gap == gap && exercise.Find(gap) is { } found ? new GapValue(gap, found.Accept[0].Reading.Arguments) : value)],
    };
}
