using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Notebooks;

/// <summary>AslTutorial:Notebooks.</summary>
internal sealed class NotebookOptions
{
    /// <summary>Cells of one notebook that may wait for their turn.</summary>
    [Range(1, 1_000)]
    public int Waiting { get; set; } = 30;

    /// <summary>The least time between two restarts of the trainer's process that learners ask for: within it, a restart begins the learner's kernel anew in the process that is there.</summary>
    [Range(0, 3_600)]
    public int RestartPauseSeconds { get; set; } = 60;
}
