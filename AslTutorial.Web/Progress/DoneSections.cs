using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

/// <summary>
/// The sections that a learner has finished: with cells, when all were run and none ended with an error; without cells, when the section
/// was read.
/// </summary>
internal static class DoneSections
{
    /// <param name="programs">The lesson's programs; null for none.</param>
    /// <param name="read">Ids of sections read to their end; may include sections that the lesson no longer has.</param>
    public static HashSet<string> Of(Lesson lesson, LessonDescription? programs, IReadOnlySet<string> read, NotebookState notebook) =>
    [
        .. lesson.Sections.Where(section => CellsOf(section, programs) is { Count: > 0 } cells
            ? cells.TrueForAll(cell => IsDone(notebook.Cells.GetValueOrDefault(cell)))
            : read.Contains(section.Id)).Select(section => section.Id),
    ];

    private static bool IsDone(CellState? cell) => cell is { Milliseconds: not null, Outputs: not [.., { Kind: CellOutputKind.Error }] };

    // Only cells that the site can run count; the others are just read.
    private static List<string> CellsOf(LessonSection section, LessonDescription? programs) =>
    [
        .. LessonBlock.Unfold(section.Blocks).OfType<LessonBlock.Code>().Select(code => code.Cell.Id)
            .Where(cell => programs?.HasProgram(cell) == true),
    ];
}
