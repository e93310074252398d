namespace AslTutorial.Training.Contracts.Cells;

/// <summary>What came of running a cell.</summary>
/// <param name="Outputs">In order; the last is an error if the learner's values led to one.</param>
/// <param name="Milliseconds">The program's own time, waiting not included.</param>
/// <param name="Facts">What was found out beside the outputs.</param>
/// <param name="Fault">Why there is no result, else null.</param>
public sealed record CellResult(
    IReadOnlyList<CellOutput> Outputs,
    double Milliseconds,
    IReadOnlyList<CellFact> Facts,
    CellFault? Fault = null);
