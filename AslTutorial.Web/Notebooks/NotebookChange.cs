using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// A change with all its data, as it is sent to the notebook's owner, perhaps on another node. Idempotent, because it is sent again
/// if an answer was lost.
/// </summary>
[GenerateSerializer, Immutable]
internal abstract record NotebookChange
{
    /// <param name="before">The notebook at that time.</param>
    /// <returns>What to write; null for nothing.</returns>
    public abstract NotebookWrite? Decide(NotebookKey key, NotebookContent before);
}

/// <summary>Writes a change; returns the difference that holds once the write is committed.</summary>
internal delegate Task<NotebookDelta> NotebookWrite(SiteDb db);
