using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>A cell of a notebook: the inputs of its program, and the cells that must be run before it.</summary>
/// <param name="Lesson">The lesson's slug.</param>
/// <param name="Program">Its gaps and parameters.</param>
/// <param name="Before">The cells that must be run before it, in that order.</param>
/// <param name="HasProgram">Whether a trainer runs it; else the training panel does.</param>
internal sealed record NotebookCell(string Lesson, CellDescription Program, IReadOnlyList<NotebookCell> Before, bool HasProgram = true)
{
    public string Id => Program.Id;

    public IReadOnlyList<CellParameter> Parameters => Program.Parameters;

    /// <summary>All cells to run to get this one, itself last.</summary>
    public IEnumerable<NotebookCell> Upstream => Before.Append(this);

    /// <summary>An exercise is a cell with gaps.</summary>
    public bool IsExercise => Parameters.Any(IsGap);

    public static bool IsGap(CellParameter parameter) => parameter.Default is null;
}
