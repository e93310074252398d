namespace AslTutorial.Web.Exercises;

/// <summary>How an order to check went.</summary>
public enum CheckStatus
{
    Done,

    /// <summary>There is no such exercise.</summary>
    Unknown,

    /// <summary>The learner has checked too often in a short time.</summary>
    TooMany,
}
