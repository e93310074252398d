namespace AslTutorial.Web.Notebooks;

/// <summary>A learner's notebook of a lesson.</summary>
/// <param name="Cells">Every cell of the lesson, by id.</param>
/// <param name="Values">What was typed, by (cell, name); nothing for what has its default.</param>
public sealed record NotebookState(
    IReadOnlyDictionary<string, CellState> Cells,
    IReadOnlyDictionary<(string Cell, string Name), string> Values);
