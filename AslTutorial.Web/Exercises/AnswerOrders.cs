using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Builds the orders that execute an answer. Earlier exercises take part with the learner's own answers if those are right, else with
/// the solution, so that the outcome depends on this exercise only.
/// </summary>
internal sealed class AnswerOrders(ExerciseLibrary exercises)
{
    /// <summary>The same random seed for every answer, so that only the answer makes a difference.</summary>
    private const long Seed = 1;

    /// <summary>Executes an answer up to the requested stage; null if the lesson has no such stage.</summary>
    public CellOrder? Order(OutcomeRequest request, NotebookValues values) => values.Cells.FindStage(request.Stage) is { } program
        ? Order(program, [.. Gaps(program, request, values), .. Parameters(request, values)])
        : null;

    /// <summary>Executes what a view shows, with the request's values and those of earlier exercises.</summary>
    public CellOrder? Order(ViewDescription view, OutcomeRequest request, NotebookValues values) => values.Cells.FindStage(view.Stage) is { } program
        ? Order(program, [.. Gaps(program, request, values), .. view.Arguments])
        : null;

    public static IReadOnlyList<GapValue> Solution(ExerciseDefinition exercise) =>
        [.. exercise.Gaps.Select(gap => new GapValue(gap.Name, gap.Accept[0].Reading.Arguments))];

    private static CellOrder Order(NotebookCell program, IReadOnlyList<CellArgument> arguments) =>
        new(program.Lesson, program.Id, arguments, Seed, [.. program.Before.Select(before => before.Id)]);

    /// <summary>The numbers that the learner has changed in the exercise's own code.</summary>
    private static IEnumerable<CellArgument> Parameters(OutcomeRequest request, NotebookValues values)
    {
        if (values.Cells.Find(request.Exercise) is not { } cell)
        {
            yield break;
        }

        foreach (var parameter in cell.Parameters.Where(p => !NotebookCell.IsGap(p)))
        {
            if (values.Of(cell, parameter).Value is { } value)
            {
                yield return new(cell.Id, parameter.Name, value);
            }
        }
    }

    private IEnumerable<CellArgument> Gaps(NotebookCell program, OutcomeRequest request, NotebookValues values) =>
        from exercise in program.Upstream.Where(cell => cell.IsExercise)
        from gap in exercise.Id == request.Exercise ? request.Values : RightOnes(exercise, values)
        from argument in gap.Arguments.Take(1)
        select new CellArgument(exercise.Id, gap.Gap, GapReader.ToCell(argument.Value), argument.Keyword);

    private IReadOnlyList<GapValue> RightOnes(NotebookCell cell, NotebookValues values)
    {
        var exercise = exercises.FindExercise(cell.Lesson, cell.Id)
            ?? throw new InvalidOperationException($"The exercise {cell.Id} has no file to judge it by.");
        var own = ExerciseJudge.Judge(exercise, exercise.Gaps.ToDictionary(gap => gap.Name, gap => values.TextOf(cell.Id, gap.Name)), SiteCultures.Default);
        return own is { Status: VerdictStatus.Correct, Request: { } request } ? request.Values : Solution(exercise);
    }
}
