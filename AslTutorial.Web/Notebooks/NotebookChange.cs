using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// A change as it travels to the notebook's owner, which may be on another node: all that it needs is in it. Asked for again,
/// because an answer was lost on the way, it changes nothing more.
/// </summary>
[GenerateSerializer, Immutable]
internal abstract record NotebookChange
{
    /// <param name="before">The notebook as it is then.</param>
    /// <returns>What is to be written; null for nothing.</returns>
    public abstract NotebookWrite? Decide(NotebookKey key, NotebookContent before);
}

/// <summary>Writes a change, and says what differs once that is committed.</summary>
internal delegate Task<NotebookDelta> NotebookWrite(SiteDb db);
