using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

/// <summary>
/// The sections a learner is through with: one with cells when all of them have been run and none ended in an error, one
/// without when it has been read.
/// </summary>
internal static class DoneSections
{
    /// <param name="programs">The lesson's; null for none.</param>
    /// <param name="read">Ids of the sections read to their end, also of those that the lesson had once.</param>
    public static HashSet<string> Of(Lesson lesson, LessonDescription? programs, IReadOnlySet<string> read, NotebookState notebook) =>
    [
        .. lesson.Sections.Where(section => CellsOf(section, programs) is { Count: > 0 } cells
            ? cells.TrueForAll(cell => IsDone(notebook.Cells.GetValueOrDefault(cell)))
            : read.Contains(section.Id)).Select(section => section.Id),
    ];

    private static bool IsDone(CellState? cell) => cell is { Milliseconds: not null, Outputs: not [.., { Kind: CellOutputKind.Error }] };

    // What the site cannot run is read.
    private static List<string> CellsOf(LessonSection section, LessonDescription? programs) =>
    [
        .. section.Blocks.OfType<LessonBlock.Code>().Select(code => code.Cell.Id)
            .Where(cell => programs?.HasProgram(cell) == true),
    ];
}
