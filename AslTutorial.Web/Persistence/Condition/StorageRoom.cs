namespace AslTutorial.Web.Persistence.Condition;

/// <summary>What there is room for; the later, the less.</summary>
public enum StorageRoom
{
    Enough,

    /// <summary>No new runs, which write most.</summary>
    NoRuns,

    /// <summary>Nothing new is kept: answers are still checked, and everything can be read.</summary>
    NoWork,
}
