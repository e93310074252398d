namespace AslTutorial.Training.Contracts.Cells;

/// <summary>The order to run one cell. Its result is a function of this and of the data set: any trainer can do it.</summary>
/// <param name="Lesson">The lesson's slug.</param>
/// <param name="Cell">The cell's id.</param>
/// <param name="Arguments">
/// The learner's current values, those of the cells it depends on included. A gap that is left out is empty, a free
/// parameter that is left out has its default. Values of cells it does not depend on are ignored.
/// </param>
/// <param name="Seed">What torch.manual_seed would be given: decides what is drawn by lot, as by shuffle=True.</param>
/// <param name="Before">The cells that are run before it, in this order, as the lesson's text has it; null for none.</param>
public sealed record CellOrder(
    string Lesson, string Cell, IReadOnlyList<CellArgument> Arguments, long Seed = 1, IReadOnlyList<string>? Before = null);
