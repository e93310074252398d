using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>A lesson's cells in page order, and their dependencies.</summary>
internal sealed class CellPlan
{
    private readonly LessonDescription? _programs;
    private readonly Dictionary<string, LessonCell> _cells;
    private readonly HashSet<string> _answeredBelow;

    /// <param name="programs">The lesson's programs; null for none.</param>
    public CellPlan(Lesson lesson, LessonDescription? programs)
    {
        _programs = programs;
        InOrder = [.. lesson.Sections.SelectMany(section => CellsOf(section.Blocks))];
        _cells = InOrder.ToDictionary(cell => cell.Id);
        _answeredBelow = [.. lesson.Sections.SelectMany(section => section.Blocks).Concat(lesson.Lead).OfType<LessonBlock.After>().SelectMany(after => after.Questions)];
    }

    public IReadOnlyList<LessonCell> InOrder { get; }

    /// <summary>Whether the site can do something for a cell: run its program or show the training panel. Others are only read.</summary>
    public bool IsKnown(string cell) => _programs?.Knows(cell) == true;

    /// <summary>Whether any cell has a program.</summary>
    public bool RunsAnything => InOrder.Any(cell => CanRun(cell.Id));

    /// <summary>Whether a cell has a program. The training loop has none: it runs in the training panel.</summary>
    public bool CanRun(string cell) => _programs?.HasProgram(cell) == true;

    /// <summary>Whether a later part of the lesson is hidden until the question is answered.</summary>
    public bool IsAnsweredBelow(string question) => _answeredBelow.Contains(question);

    /// <summary>The runnable cells above this one, from the top.</summary>
    public IReadOnlyList<string> Above(string cell) => [.. InOrder.Select(c => c.Id).TakeWhile(id => id != cell).Where(CanRun)];

    /// <summary>
    /// The cells that a cell needs and that were not run since the kernel started, in running order. Without exercises, of which only the
    /// gaps are needed.
    /// </summary>
    public IReadOnlyList<string> Missing(string cell, Func<string, CellState> stateOf)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        Visit(cell);
        return [.. InOrder.Where(c => !c.IsExercise).Select(c => c.Id).Where(id => needed.Contains(id) && stateOf(id).Count is null)];

        void Visit(string id)
        {
            foreach (var need in _cells.GetValueOrDefault(id)?.Needs ?? [])
            {
                if (needed.Add(need))
                {
                    Visit(need);
                }
            }
        }
    }

    public static IEnumerable<LessonCell> CellsOf(IEnumerable<LessonBlock> blocks) => LessonBlock.Unfold(blocks).OfType<LessonBlock.Code>().Select(code => code.Cell);
}
