using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>A notebook as it is stored.</summary>
/// <param name="Count">The n of the last In [n].</param>
/// <param name="Texts">What was typed.</param>
/// <param name="Cells">The cells that were ever run.</param>
/// <param name="Results">What came of them; empty where it was not asked for.</param>
internal sealed record StoredNotebook(
    int Kernel,
    int Count,
    IReadOnlyDictionary<(string Cell, string Name), string> Texts,
    IReadOnlyDictionary<string, StoredCell> Cells,
    IReadOnlyDictionary<string, CellResult> Results)
{
    public bool WasRun(string cell) => Cells.TryGetValue(cell, out var run) && run.Count is not null;
}
