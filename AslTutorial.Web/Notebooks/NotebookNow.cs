using AslTutorial.Web.Notebooks.Owner;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>A notebook at a moment. It does not change: what comes after is another.</summary>
/// <param name="Home">Where its owner is; another one after it was lost or put away.</param>
/// <param name="Number">Greater after every change.</param>
/// <param name="Line">The cells that wait or run.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookNow(GrainAddress Home, long Number, NotebookContent Content, CellLine Line);
