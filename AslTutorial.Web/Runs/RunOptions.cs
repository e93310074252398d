namespace AslTutorial.Web.Runs;

/// <summary>AslTutorial:Runs.</summary>
internal sealed class RunOptions
{
    public const int MaxPerLearner = 1_000;
    public const int MaxQueue = 100_000;
    public const long MaxMaxImages = 1_000_000_000;
    public const int MaxMaxAttempts = 100;
    public const int MaxReconnectSeconds = 600;
    public const int MaxPauseSeconds = 86_400;
    public const int MaxReplaySeconds = 600;

    /// <summary>A replay's pace is that of at least so many epochs, so a shorter one ends sooner.</summary>
    public const int ReplayedSlowly = 12;

    /// <summary>Runs that one learner may have waiting, running or paused.</summary>
    public int PerLearner { get; set; } = 3;

    /// <summary>Runs that may wait altogether.</summary>
    public int Queue { get; set; } = 200;

    /// <summary>The most training images of a run, all epochs together. The default is 72 epochs of the whole data set.</summary>
    public long MaxImages { get; set; } = 2_000_000;

    /// <summary>A run fails after losing its trainer this often without finishing an epoch in between.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How long a trainer whose connection broke may take to come back before its run goes to another.</summary>
    public int ReconnectSeconds { get; set; } = 5;

    /// <summary>How long a paused run keeps its trainer from others.</summary>
    public int PauseSeconds { get; set; } = 120;

    /// <summary>How long a replay of an earlier computation takes; a reader can skip it.</summary>
    public int ReplaySeconds { get; set; } = 12;
}
