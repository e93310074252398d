namespace AslTutorial.Web.Notebooks;

/// <summary>A learner's notebook of a lesson.</summary>
/// <param name="Cells">Every cell of the lesson, by id.</param>
/// <param name="Values">What was typed, by (cell, name); nothing for what has its default.</param>
/// <param name="Number">Greater after every change, for as long as somebody watches it.</param>
public sealed record NotebookState(
    IReadOnlyDictionary<string, CellState> Cells,
    IReadOnlyDictionary<(string Cell, string Name), string> Values,
    long Number = 0)
{
    /// <summary>Of whoever has not begun.</summary>
    public static NotebookState Empty { get; } = new(new Dictionary<string, CellState>(), new Dictionary<(string Cell, string Name), string>());
}
