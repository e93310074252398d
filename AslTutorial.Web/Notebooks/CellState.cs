using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>The state of a cell in a learner's notebook.</summary>
/// <param name="Phase">Whether it waits or runs now.</param>
/// <param name="Count">The number in In [n]; null if not run since the kernel started.</param>
/// <param name="Outputs">Outputs of its last run, even in an earlier kernel.</param>
/// <param name="Facts">Facts of its last run.</param>
/// <param name="Milliseconds">Duration of its last run.</param>
/// <param name="IsStale">Whether the data set or a value that it depends on has changed since.</param>
/// <param name="Since">When it began to wait or run, or when its last run ended.</param>
public sealed record CellState(
    CellPhase Phase,
    int? Count,
    IReadOnlyList<CellOutput> Outputs,
    IReadOnlyList<CellFact> Facts,
    double? Milliseconds,
    bool IsStale,
    DateTimeOffset? Since)
{
    /// <summary>A cell that was never run.</summary>
    public static CellState Untouched { get; } = new(CellPhase.Idle, null, [], [], null, false, null);
}
