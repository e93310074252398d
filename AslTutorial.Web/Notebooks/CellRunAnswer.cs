using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>The answer to a request to run a cell.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Missing">With <see cref="CellRunStatus.NeedsCell"/> and <see cref="CellRunStatus.NeedsExercise"/>: the first cell to be run before; with <see cref="CellRunStatus.BadValue"/>: the earlier cell with the faulty value.</param>
/// <param name="Message">If it did not run: a sentence in the reader's language.</param>
/// <param name="Result">If it ran: its output.</param>
/// <param name="Count">If it ran: the number in In [n].</param>
public sealed record CellRunAnswer(
    CellRunStatus Status, string? Missing = null, string? Message = null, CellResult? Result = null, int? Count = null);
