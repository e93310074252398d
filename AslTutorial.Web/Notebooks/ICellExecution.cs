namespace AslTutorial.Web.Notebooks;

/// <summary>Runs one cell of a notebook and keeps what comes of it.</summary>
internal interface ICellExecution
{
    Task<CellRunOutcome> RunAsync(NotebookKey key, string cell, CancellationToken interrupt);
}
