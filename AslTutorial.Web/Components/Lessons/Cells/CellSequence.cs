using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>Runs cells one after the other until one fails.</summary>
internal static class CellSequence
{
    /// <returns>The last cell that ran, or the one that stopped the rest, and its outcome.</returns>
    public static async Task<(string Cell, CellExecution Outcome)?> RunAsync(LessonDesk desk, IReadOnlyList<string> cells)
    {
        (string Cell, CellExecution Outcome)? last = null;
        foreach (var cell in cells)
        {
            last = (cell, await desk.RunAsync(cell));
            if (last is { Outcome: { Status: not CellRunStatus.Done } or { Result.Outputs: [.., { Kind: CellOutputKind.Error }] } })
            {
                break;
            }
        }

        return last;
    }
}
