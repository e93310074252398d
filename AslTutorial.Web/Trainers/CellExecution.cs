using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Trainers;

/// <summary>What came of executing a cell, before it is worded for a reader: several may wait for it, in different languages.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Result">Where it ran, and where the trainer refused it.</param>
/// <param name="DataSet">What it ran on.</param>
/// <param name="WasLost">With <see cref="CellRunStatus.NoTrainer"/>: there was one, and it was lost while the cell ran.</param>
/// <param name="Missing">In a notebook: what has to come before, or be corrected.</param>
/// <param name="Faulty">The value that cannot be used, of this cell or of the missing one, and its text.</param>
/// <param name="Count">The n of In [n].</param>
[GenerateSerializer, Immutable]
internal sealed record CellExecution(
    CellRunStatus Status,
    CellResult? Result = null,
    DataSetInfo? DataSet = null,
    bool WasLost = false,
    string? Missing = null,
    (string Name, string? Text)? Faulty = null,
    int? Count = null);
