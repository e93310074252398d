namespace AslTutorial.Web.Notebooks;

/// <summary>AslTutorial:Notebooks.</summary>
internal sealed class NotebookOptions
{
    public const int MaxWaitingCells = 1_000;
    public const int MaxRestartSeconds = 3_600;

    /// <summary>How many cells of one notebook may wait.</summary>
    public int Waiting { get; set; } = 30;

    /// <summary>Minimum time between restarts of the process by learners. A sooner one only resets the learner's own kernel.</summary>
    public int RestartPauseSeconds { get; set; } = 60;
}
