using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>The cells of a lesson that the site has something to do for: what they need is the text's, what they take the programs'.</summary>
internal sealed class LessonCells
{
    private readonly Dictionary<string, NotebookCell> _cells = new(StringComparer.Ordinal);
    private readonly Lesson? _text;

    private LessonCells(LessonDescription? programs, Lesson? text) => (Programs, _text) = (programs, text);

    /// <summary>Of a lesson without programs: its cells are there to be read.</summary>
    public static LessonCells None { get; } = new(programs: null, text: null);

    /// <summary>Null for a lesson without programs.</summary>
    public LessonDescription? Programs { get; }

    /// <summary>Those of the page, in its order.</summary>
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

    /// <summary>The cell if a trainer has a program for it, or null.</summary>
    public NotebookCell? FindProgram(string cell) => Find(cell) is { HasProgram: true } found ? found : null;

    /// <summary>What executes an answer as far as a stage says; null where the lesson has no such stage.</summary>
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

    // A cell may stand on the page before one that it needs.
    private NotebookCell? Known(LessonCell cell) => Find(cell.Id)
        ?? (Programs!.Find(cell.Id) is { } program ? new(Programs.Slug, program, Upstream(cell.Needs)) : null);
}
