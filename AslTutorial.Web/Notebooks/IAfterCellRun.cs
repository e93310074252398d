namespace AslTutorial.Web.Notebooks;

/// <summary>Told when a cell has been run and what came of it is kept.</summary>
internal interface IAfterCellRun
{
    Task CellRanAsync(NotebookKey key, string cell);
}
