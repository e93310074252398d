using Orleans.Concurrency;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <summary>A node with copies of notebooks.</summary>
internal interface INotebookNode : IGrainObserver
{
    [OneWay]
    Task ChangedAsync(NotebookKey key, NotebookUpdate update);

    /// <summary>The owner is deactivated, for example because its node stops: another one will follow.</summary>
    [OneWay]
    Task ClosedAsync(NotebookKey key, GrainAddress home);
}

/// <summary>A step from one state of a notebook to the next.</summary>
/// <param name="Number">The number of the state after it.</param>
/// <param name="Delta">The change of the content; null for none.</param>
/// <param name="Ended">The cell that has ended with it.</param>
/// <param name="IsReread">The whole content was replaced: ask for it.</param>
/// <param name="IsNone">Nothing had to be changed: Number is the current state, whose own update may still be on its way.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookUpdate(
    GrainAddress Home, long Number, CellLine Line, NotebookDelta? Delta = null, CellEnd? Ended = null, bool IsReread = false, bool IsNone = false);
