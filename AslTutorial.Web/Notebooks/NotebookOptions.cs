using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Notebooks;

/// <summary>AslTutorial:Notebooks.</summary>
internal sealed class NotebookOptions
{
    /// <summary>How many cells of one notebook may wait.</summary>
    [Range(1, 1_000)]
    public int Waiting { get; set; } = 30;

    /// <summary>Minimum time between restarts of the process by learners. A sooner one only resets the learner's own kernel.</summary>
    [Range(0, 3_600)]
    public int RestartPauseSeconds { get; set; } = 60;
}
