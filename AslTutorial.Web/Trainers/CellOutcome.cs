using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Trainers;

/// <summary>What came of an order to a trainer.</summary>
/// <param name="Status">How it went; never that something has to come before, which the one who orders has checked.</param>
/// <param name="Result">Where it ran, and where the trainer refused it.</param>
/// <param name="DataSet">What it ran on.</param>
/// <param name="WasLost">With <see cref="CellRunStatus.NoTrainer"/>: there was one, and it was lost while the cell ran.</param>
internal sealed record CellOutcome(CellRunStatus Status, CellResult? Result = null, DataSetInfo? DataSet = null, bool WasLost = false);
