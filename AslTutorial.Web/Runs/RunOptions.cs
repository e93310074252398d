using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Runs;

/// <summary>AslTutorial:Runs.</summary>
internal sealed class RunOptions
{
    /// <summary>A replay's pace is that of at least so many epochs, so a shorter one ends sooner.</summary>
    public const int ReplayedSlowly = 12;

    /// <summary>Runs that one learner may have waiting, running or paused.</summary>
    [Range(1, 1_000)]
    public int PerLearner { get; set; } = 3;

    /// <summary>Runs that may wait altogether.</summary>
    [Range(1, 100_000)]
    public int Queue { get; set; } = 200;

    /// <summary>The most training images of a run, all epochs together. The default is 72 epochs of the whole data set.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxImages { get; set; } = 2_000_000;

    /// <summary>A run fails after losing its trainer this often without finishing an epoch in between.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How long a trainer whose connection broke may take to come back before its run goes to another.</summary>
    [Range(0, 600)]
    public int ReconnectSeconds { get; set; } = 5;

    /// <summary>How long a paused run keeps its trainer from others.</summary>
    [Range(1, 86_400)]
    public int PauseSeconds { get; set; } = 120;

    /// <summary>How long a replay of an earlier computation takes; a reader can skip it.</summary>
    [Range(0, 600)]
    public int ReplaySeconds { get; set; } = 12;
}
