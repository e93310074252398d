using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>Runs cells one after the other, as far as it goes.</summary>
internal static class CellSequence
{
    /// <returns>The answer of the last cell, or of the one that stopped the rest.</returns>
    public static async Task<CellRunAnswer?> RunAsync(LessonDesk desk, IReadOnlyList<string> cells)
    {
        CellRunAnswer? answer = null;
        foreach (var cell in cells)
        {
            answer = await desk.RunAsync(cell);
            if (answer.Status != CellRunStatus.Done || answer.Result?.Outputs is [.., { Kind: CellOutputKind.Error }])
            {
                return answer;
            }
        }

        return answer;
    }
}
