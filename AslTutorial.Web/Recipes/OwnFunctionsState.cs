namespace AslTutorial.Web.Recipes;

/// <summary>What a learner's answers are good for in the training of the lesson.</summary>
public enum OwnFunctionsState
{
    /// <summary>The lesson's net trains whatever the exercises hold: they do not decide about it.</summary>
    NotAsked,

    /// <summary>An exercise has empty gaps, or some that cannot be read.</summary>
    NotFilled,

    /// <summary>All three exercises are right: the learner's functions train.</summary>
    Right,

    /// <summary>An answer is wrong, and runs all the same: it may be trained on purpose.</summary>
    Wrong,

    /// <summary>An answer is wrong and would stop with an error, or needs another net.</summary>
    NotRunnable,
}
