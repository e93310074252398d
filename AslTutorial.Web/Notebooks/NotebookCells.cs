using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>The cells of notebooks: those that a trainer runs, and those that only hold values here.</summary>
internal static class NotebookCells
{
    /// <summary>Run by the training panel, with the lesson's own program.</summary>
    private static readonly CellDescription Train = new("train", ["train-validate"], []);

    private static readonly IReadOnlyList<CellDescription> Listed = [.. Lesson3Cells.All.Where(cell => cell.IsListed), Train];

    /// <summary>Every cell that stands in the lesson, in order; none for a lesson without cells.</summary>
    public static IReadOnlyList<CellDescription> Of(string lesson) => lesson == Lesson3Cells.Lesson ? Listed : [];

    public static CellDescription? Find(string lesson, string cell) => Of(lesson).FirstOrDefault(known => known.Id == cell);

    /// <summary>The cell if a trainer has a program for it, or null.</summary>
    public static CellDescription? FindProgram(string lesson, string cell) => Find(lesson, cell) is { } known && !ReferenceEquals(known, Train) ? known : null;

    public static bool IsGap(CellParameter parameter) => parameter.Default is null;

    /// <summary>An exercise is a cell with gaps.</summary>
    public static bool IsExercise(CellDescription cell) => cell.Parameters.Any(IsGap);
}
