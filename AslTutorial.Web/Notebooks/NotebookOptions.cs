namespace AslTutorial.Web.Notebooks;

/// <summary>AslTutorial:Notebooks.</summary>
internal sealed class NotebookOptions
{
    public const int MaxCellSeconds = 600;
    public const int MaxWaitingCells = 1_000;
    public const int MaxWaitingAltogether = 100_000;
    public const int MaxRestartSeconds = 3_600;

    /// <summary>How long a cell may take before the site gives it up; a trainer gives one up after 30 seconds.</summary>
    public int CellSeconds { get; set; } = 35;

    /// <summary>Cells of one notebook that may wait for their turn.</summary>
    public int Waiting { get; set; } = 30;

    /// <summary>Cells of all notebooks, and checks that execute an answer, that may wait for a trainer.</summary>
    public int WaitingAltogether { get; set; } = 2_000;

    /// <summary>The least time between two restarts of the trainer's process that learners ask for: within it, a restart begins the learner's kernel anew in the process that is there.</summary>
    public int RestartPauseSeconds { get; set; } = 60;
}
