using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Exercises;

/// <summary>The result of executing an answer on a trainer.</summary>
/// <param name="Kind">Whether it ran, raised an error, or was not executed.</param>
/// <param name="Text">The printed text, or the last line of Python's error.</param>
/// <param name="Result">Outputs and facts; null if not executed.</param>
/// <param name="Reason">Why it was not executed.</param>
public sealed record ExecutedOutcome(OutcomeKind Kind, string Text = "", CellResult? Result = null, NotExecuted Reason = NotExecuted.None)
    : ExerciseOutcome(Kind, Text)
{
    public static ExecutedOutcome Of(CellResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var error = result.Outputs.Select(output => output.Error).FirstOrDefault(found => found is not null);
        return error is null
            ? new(OutcomeKind.Ran, string.Join('\n', result.Outputs.Select(output => output.Text).OfType<string>()), result)
            : new(OutcomeKind.Raised, error.Message.Length == 0 ? error.Type : $"{error.Type}: {error.Message}", result);
    }

    public static ExecutedOutcome Not(NotExecuted reason) => new(OutcomeKind.None, Reason: reason);
}
