using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>A cell of a notebook: what its program takes, after what the lesson's text says comes before it.</summary>
/// <param name="Lesson">The lesson's slug.</param>
/// <param name="Program">Its gaps and parameters.</param>
/// <param name="Before">The cells that have to be run for it, what is needed first.</param>
/// <param name="HasProgram">Whether a trainer runs it; the training panel runs the others.</param>
internal sealed record NotebookCell(string Lesson, CellDescription Program, IReadOnlyList<NotebookCell> Before, bool HasProgram = true)
{
    public string Id => Program.Id;

    public IReadOnlyList<CellParameter> Parameters => Program.Parameters;

    /// <summary>What has to be run for the cell to be there, itself last.</summary>
    public IEnumerable<NotebookCell> Upstream => Before.Append(this);

    /// <summary>An exercise is a cell with gaps.</summary>
    public bool IsExercise => Parameters.Any(IsGap);

    public static bool IsGap(CellParameter parameter) => parameter.Default is null;
}
