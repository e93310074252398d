namespace AslTutorial.Web.Recipes;

/// <summary>Whether and how a learner's answers can be trained.</summary>
public enum OwnFunctionsState
{
    /// <summary>The lesson's own net trains, whatever the answers are.</summary>
    NotAsked,

    /// <summary>An exercise has empty or unreadable gaps.</summary>
    NotFilled,

    /// <summary>All exercises are right.</summary>
    Right,

    /// <summary>An answer is wrong but runs: it can be trained on purpose.</summary>
    Wrong,

    /// <summary>An answer is wrong and would stop with an error, or needs another net.</summary>
    NotRunnable,
}
