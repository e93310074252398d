namespace AslTutorial.Web.Exercises;

/// <summary>The outcome of a request to check.</summary>
public enum CheckStatus
{
    Done,

    /// <summary>There is no such exercise.</summary>
    Unknown,

    /// <summary>The learner has checked too often in a short time.</summary>
    TooMany,
}
