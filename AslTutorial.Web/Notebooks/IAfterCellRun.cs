namespace AslTutorial.Web.Notebooks;

/// <summary>Called when a cell has been run and its result is stored.</summary>
internal interface IAfterCellRun
{
    Task CellRanAsync(NotebookKey key, string cell);
}
