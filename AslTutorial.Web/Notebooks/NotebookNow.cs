using AslTutorial.Web.Notebooks.Owner;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>An immutable snapshot of a notebook.</summary>
/// <param name="Home">The address of its owner; another one after the owner was lost or deactivated.</param>
/// <param name="Number">Increases with every change.</param>
/// <param name="Line">The cells that wait or run.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookNow(GrainAddress Home, long Number, NotebookContent Content, CellLine Line);
