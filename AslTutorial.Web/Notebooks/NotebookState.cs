namespace AslTutorial.Web.Notebooks;

/// <summary>A learner's notebook of a lesson.</summary>
/// <param name="Cells">Every cell of the lesson, by id.</param>
/// <param name="Values">Texts typed, by (cell, name); without those that have their default.</param>
/// <param name="Number">Increases with every change, while somebody watches the notebook.</param>
public sealed record NotebookState(
    IReadOnlyDictionary<string, CellState> Cells,
    IReadOnlyDictionary<(string Cell, string Name), string> Values,
    long Number = 0)
{
    /// <summary>For a learner who has not begun.</summary>
    public static NotebookState Empty { get; } = new(new Dictionary<string, CellState>(), new Dictionary<(string Cell, string Name), string>());
}
