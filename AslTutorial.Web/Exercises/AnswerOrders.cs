using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// What a trainer is asked to execute for an answer. Exercises before it take part with the learner's own answers where
/// those are right and with the solution's where not, so that what comes of it is this exercise's doing.
/// </summary>
internal sealed class AnswerOrders(ExerciseLibrary exercises)
{
    /// <summary>The same dice for every answer: what differs is the answer.</summary>
    private const long Seed = 1;

    private const string DataLoader = "dataloader";
    private const string ShortTraining = "train-epochs";
    private const string Rows = "train_rows";

    /// <summary>
    /// Images of the short training: an epoch of them takes a second, and its numbers show what the texts about them say.
    /// </summary>
    private const int FewRows = 640;

    /// <summary>Whether answers of a lesson can be executed at all.</summary>
    public static bool Knows(string lesson) => lesson == Lesson3Cells.Lesson;

    /// <summary>Executes an answer as far as its request says.</summary>
    public CellOrder Order(string lesson, OutcomeRequest request, NotebookValues values)
    {
        var program = request.Stage switch
        {
            OutcomeStage.Construct or OutcomeStage.Loader => DataLoader,
            OutcomeStage.FirstBatch => "first-batch",
            OutcomeStage.Validate => "first-function",
            OutcomeStage.Train => "second-function",
            OutcomeStage.Epoch => ShortTraining,
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Stage, "a stage without a program"),
        };
        var cell = Lesson3Cells.Find(program)!;
        return new(lesson, program, [.. Gaps(lesson, cell, request, values), .. Parameters(request, values), .. Length(cell)], Seed);
    }

    /// <summary>A short training, or with no epochs the loaders alone, with the values of a request and those of the exercises before.</summary>
    public CellOrder Training(string lesson, OutcomeRequest request, NotebookValues values, int epochs, int trainRows)
    {
        var program = epochs == 0 ? DataLoader : ShortTraining;
        IReadOnlyList<CellArgument> length = epochs == 0
            ? []
            : [new(program, "epochs", CellValue.Of(epochs)), new(program, Rows, CellValue.Of(trainRows))];
        return new(lesson, program, [.. Gaps(lesson, Lesson3Cells.Find(program)!, request, values), .. length], Seed);
    }

    /// <summary>The values of the solution.</summary>
    public static IReadOnlyList<GapValue> Solution(ExerciseDefinition exercise) =>
        [.. exercise.Gaps.Select(gap => new GapValue(gap.Name, gap.Accept[0].Reading.Arguments))];

    /// <summary>The numbers that the learner has changed in the exercise's own code.</summary>
    private static IEnumerable<CellArgument> Parameters(OutcomeRequest request, NotebookValues values)
    {
        if (Lesson3Cells.Find(request.Exercise) is not { } cell)
        {
            yield break;
        }

        foreach (var parameter in cell.Parameters.Where(p => !NotebookCells.IsGap(p)))
        {
            if (values.Of(cell, parameter).Value is { } value)
            {
                yield return new(cell.Id, parameter.Name, value);
            }
        }
    }

    private static IEnumerable<CellArgument> Length(CellDescription program) =>
        program.Parameters.Any(p => p.Name == Rows) ? [new(program.Id, Rows, CellValue.Of(FewRows))] : [];

    private IEnumerable<CellArgument> Gaps(string lesson, CellDescription cell, OutcomeRequest request, NotebookValues values) =>
        from exercise in Lesson3Cells.Upstream(cell).Where(NotebookCells.IsExercise)
        from gap in exercise.Id == request.Exercise ? request.Values : RightOnes(lesson, exercise, values)
        from argument in gap.Arguments.Take(1)
        select new CellArgument(exercise.Id, gap.Gap, GapReader.ToCell(argument.Value), argument.Keyword);

    private IReadOnlyList<GapValue> RightOnes(string lesson, CellDescription cell, NotebookValues values)
    {
        var exercise = exercises.FindExercise(lesson, cell.Id)
            ?? throw new InvalidOperationException($"The exercise {cell.Id} has no file to judge it by.");
        var own = ExerciseJudge.Judge(exercise, exercise.Gaps.ToDictionary(gap => gap.Name, gap => values.TextOf(cell.Id, gap.Name)), SiteCultures.Default);
        return own is { Status: VerdictStatus.Correct, Request: { } request } ? request.Values : Solution(exercise);
    }
}
