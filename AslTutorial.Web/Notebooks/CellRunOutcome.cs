using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>What came of a run, before it is worded for a reader: several may wait for it, in different languages.</summary>
/// <param name="Missing">What has to come before, or be corrected.</param>
/// <param name="Faulty">The value that cannot be used, of this cell or of the missing one, and its text.</param>
/// <param name="Count">The n of In [n].</param>
/// <param name="WasLost">Its trainer was lost while it ran.</param>
internal sealed record CellRunOutcome(
    CellRunStatus Status,
    string? Missing = null,
    (string Name, string? Text)? Faulty = null,
    CellResult? Result = null,
    int? Count = null,
    bool WasLost = false);
