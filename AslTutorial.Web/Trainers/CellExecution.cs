using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Trainers;

/// <summary>The outcome of a cell, not yet in words: several readers with different languages may wait for it.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Result">If it ran, or if the trainer refused it.</param>
/// <param name="DataSet">The data set it ran on.</param>
/// <param name="WasLost">With <see cref="CellRunStatus.NoTrainer"/>: the trainer was lost while the cell ran.</param>
/// <param name="Missing">In a notebook: the cell to run or correct first; with <see cref="CellRunStatus.BadValue"/> null where the value is the cell's own.</param>
/// <param name="Faulty">The unusable value, of this cell or of <paramref name="Missing"/>, and its text.</param>
/// <param name="Count">The number in In [n].</param>
/// <param name="Message">If it did not run: a sentence in the reader's language; null until it has been put into words.</param>
[GenerateSerializer, Immutable]
public sealed record CellExecution(
    CellRunStatus Status,
    CellResult? Result = null,
    DataSetInfo? DataSet = null,
    bool WasLost = false,
    string? Missing = null,
    (string Name, string? Text)? Faulty = null,
    int? Count = null,
    string? Message = null);
