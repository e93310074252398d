using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>A cell in a learner's notebook.</summary>
/// <param name="Phase">Whether it waits or runs now.</param>
/// <param name="Count">The n of In [n]; null where it was not run since the kernel began.</param>
/// <param name="Outputs">Of its last run, also of one before the kernel began.</param>
/// <param name="Facts">Of its last run.</param>
/// <param name="Milliseconds">How long its last run took.</param>
/// <param name="IsStale">Whether a value that it depends on has changed since.</param>
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
    /// <summary>Of a cell that nobody has run.</summary>
    public static CellState Untouched { get; } = new(CellPhase.Idle, null, [], [], null, false, null);
}
