using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Cells.Kernel;

/// <summary>A cell that waits for its turn.</summary>
internal sealed record CellJob(CellOrder Order, ILessonPrograms Lesson, SignData Data, CancellationToken Cancel)
{
    public TaskCompletionSource<CellResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
