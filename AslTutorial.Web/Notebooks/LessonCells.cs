using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>A lesson's cells: their dependencies come from the lesson's text, their gaps and parameters from its programs.</summary>
internal sealed class LessonCells
{
    private readonly Dictionary<string, NotebookCell> _cells = new(StringComparer.Ordinal);
    private readonly Lesson? _text;

    private LessonCells(LessonDescription? programs, Lesson? text) => (Programs, _text) = (programs, text);

    /// <summary>For a lesson without programs, whose cells can only be read.</summary>
    public static LessonCells None { get; } = new(programs: null, text: null);

    /// <summary>Null for a lesson without programs.</summary>
    public LessonDescription? Programs { get; }

    /// <summary>The cells on the page, in its order.</summary>
    public IReadOnlyCollection<NotebookCell> All => _cells.Values;

    public static LessonCells Of(LessonDescription programs, Lesson text)
    {
        ArgumentNullException.ThrowIfNull(programs);
        ArgumentNullException.ThrowIfNull(text);
        var cells = new LessonCells(programs, text);
        foreach (var cell in text.Cells.Where(cell => programs.Knows(cell.Id)))
        {
            cells._cells[cell.Id] = new(
                programs.Slug,
                programs.Find(cell.Id) ?? new(cell.Id, []),
                cells.Upstream(cell.Needs),
                programs.HasProgram(cell.Id));
        }

        return cells;
    }

    public NotebookCell? Find(string cell) => _cells.GetValueOrDefault(cell);

    /// <summary>The cell, if a trainer has a program for it; else null.</summary>
    public NotebookCell? FindProgram(string cell) => Find(cell) is { HasProgram: true } found ? found : null;

    /// <summary>The cell that executes an answer up to this stage; null if the lesson has no such stage.</summary>
    public NotebookCell? FindStage(string name)
    {
        if (Programs?.FindStage(name) is not { } stage)
        {
            return null;
        }

        return stage.After is null
            ? Find(stage.Program)
            : new(Programs.Slug, Programs.Find(stage.Program)!, Upstream(stage.After));
    }

    private IReadOnlyList<NotebookCell> Upstream(IEnumerable<string> needs) => [.. CellGraph.Upstream(_text!.Cells, needs).Select(Known).OfType<NotebookCell>()];

    // A cell may be on the page before one that it needs.
    private NotebookCell? Known(LessonCell cell) => Find(cell.Id)
        ?? (Programs!.Find(cell.Id) is { } program ? new(Programs.Slug, program, Upstream(cell.Needs)) : null);
}
