using Orleans.Concurrency;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <summary>A node with copies of notebooks.</summary>
internal interface INotebookNode : IGrainObserver
{
    [OneWay]
    Task ChangedAsync(NotebookKey key, NotebookUpdate update);

    /// <summary>The owner is put away, as on a node that ends: there will be another one.</summary>
    [OneWay]
    Task ClosedAsync(NotebookKey key, GrainAddress home);
}

/// <summary>A step from one state of a notebook to the next.</summary>
/// <param name="Number">Of the state after it.</param>
/// <param name="Delta">What has changed in the content; null for nothing.</param>
/// <param name="Ended">The cell that has ended with it.</param>
/// <param name="IsReread">The content is another one altogether: it has to be asked for.</param>
/// <param name="IsNone">No step was needed: the state of that number, whose own step may still be on its way, is it already.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookUpdate(
    GrainAddress Home, long Number, CellLine Line, NotebookDelta? Delta = null, CellEnd? Ended = null, bool IsReread = false, bool IsNone = false);
