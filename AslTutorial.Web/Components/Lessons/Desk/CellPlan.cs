using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>The cells of a lesson in the order of the page, and what comes before what.</summary>
internal sealed class CellPlan
{
    private readonly LessonDescription? _programs;
    private readonly Dictionary<string, LessonCell> _cells;

    /// <param name="programs">The lesson's; null for none.</param>
    public CellPlan(Lesson lesson, LessonDescription? programs)
    {
        _programs = programs;
        InOrder = [.. lesson.Sections.SelectMany(section => CellsOf(section.Blocks))];
        _cells = InOrder.ToDictionary(cell => cell.Id);
    }

    public IReadOnlyList<LessonCell> InOrder { get; }

    /// <summary>Whether the site has something to do for a cell: a program, or its training panel. Others are there to be read.</summary>
    public bool IsKnown(string cell) => _programs?.Knows(cell) == true;

    /// <summary>Whether there is a cell that the notebook has a program for.</summary>
    public bool RunsAnything => InOrder.Any(cell => CanRun(cell.Id));

    /// <summary>Whether the notebook has a program for a cell; what a training does stands in its panel.</summary>
    public bool CanRun(string cell) => _programs?.HasProgram(cell) == true;

    /// <summary>The cells above one that can be run, from the top.</summary>
    public IReadOnlyList<string> Above(string cell) => [.. InOrder.Select(c => c.Id).TakeWhile(id => id != cell).Where(CanRun)];

    /// <summary>
    /// What a cell depends on and has not been run since the kernel began, in the order to run it. Of an exercise its gaps
    /// are needed, not its run.
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

    public static IEnumerable<LessonCell> CellsOf(IEnumerable<LessonBlock> blocks) => blocks.OfType<LessonBlock.Code>().Select(code => code.Cell);
}
