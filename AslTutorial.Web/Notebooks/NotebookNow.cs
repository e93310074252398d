using System.Collections.Immutable;

namespace AslTutorial.Web.Notebooks;

/// <summary>A notebook at a moment. It does not change: what comes after is another.</summary>
/// <param name="Number">Greater after every change.</param>
/// <param name="Phases">The cells that wait or run, and since when.</param>
internal sealed record NotebookNow(long Number, NotebookContent Content, ImmutableDictionary<string, (CellPhase Phase, DateTimeOffset Since)> Phases);
