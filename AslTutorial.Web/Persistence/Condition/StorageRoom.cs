namespace AslTutorial.Web.Persistence.Condition;

/// <summary>What the free disk space allows; later values allow less.</summary>
public enum StorageRoom
{
    Enough,

    /// <summary>No new runs, which need the most space.</summary>
    NoRuns,

    /// <summary>Nothing new is kept: answers are still checked, and everything can be read.</summary>
    NoWork,
}
