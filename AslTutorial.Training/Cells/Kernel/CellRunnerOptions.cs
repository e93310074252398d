using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Kernel;

/// <summary>The limits of <see cref="CellRunner"/>.</summary>
/// <param name="TimeLimit">How long a caller waits for a cell, its turn included.</param>
/// <param name="MaxWaiting">How many cells may wait for their turn.</param>
internal sealed record CellRunnerOptions(TimeSpan TimeLimit, int MaxWaiting)
{
    public static CellRunnerOptions Default { get; } = new(TimeSpan.FromSeconds(30), CellLimits.MaxWaiting);
}
