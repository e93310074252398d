using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>What came of the order to run a cell.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Missing">With <see cref="CellRunStatus.NeedsCell"/> and <see cref="CellRunStatus.NeedsExercise"/>: the first cell that has to come before, in the order to run them; with <see cref="CellRunStatus.BadValue"/> the cell before it whose value is faulty.</param>
/// <param name="Message">A sentence in the reader's language, where it did not run.</param>
/// <param name="Result">What it printed, where it ran.</param>
/// <param name="Count">The n of In [n], where it ran.</param>
public sealed record CellRunAnswer(
    CellRunStatus Status, string? Missing = null, string? Message = null, CellResult? Result = null, int? Count = null);
