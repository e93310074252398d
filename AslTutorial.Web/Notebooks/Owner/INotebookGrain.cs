using System.Collections.Immutable;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <summary>
/// The one owner of a learner's work on a lesson, on one of the nodes. Every call may be repeated if its answer was lost.
/// </summary>
internal interface INotebookGrain : IGrainWithStringKey
{
    /// <summary>The current state. From then on the node is told of every change, until it leaves.</summary>
    /// <param name="home">The address of the owner that the node last knew.</param>
    /// <param name="number">The newest change that the node knows; the answer has a greater number.</param>
    /// <returns>Null if the node is up to date.</returns>
    Task<NotebookNow?> OpenAsync(NotebookWatcher watcher, GrainAddress? home, long number);

    Task LeaveAsync(NotebookWatcher watcher);

    /// <summary>Decides a change, stores it and tells the other nodes.</summary>
    /// <param name="ended">The cell that ends with this change.</param>
    /// <returns>The update that the other nodes get.</returns>
    Task<NotebookUpdate> ChangeAsync([Immutable] NotebookChange change, NotebookCaller caller, CellEnd? ended);

    /// <summary>Queues a cell; the calling node runs it when its turn comes.</summary>
    /// <param name="runs">It is running already: an earlier owner, which was lost, had given it its turn.</param>
    /// <returns>Null if too many wait.</returns>
    Task<CellPlace?> EnterAsync(Guid ticket, string cell, SiloAddress node, bool runs);

    Task<NotebookUpdate> EndAsync(CellEnd ended, SiloAddress node);

    /// <returns>Null if nothing waits or runs.</returns>
    Task<NotebookUpdate?> InterruptAsync(SiloAddress node);

    /// <summary>The rows were replaced: reads them again.</summary>
    Task ForgetAsync();

    /// <summary>A node has died, and with it the cells that it ran and its watchers.</summary>
    Task DropAsync(SiloAddress gone);
}

/// <summary>A node that is told of changes.</summary>
/// <param name="Copy">Distinguishes the node's current copy from an earlier one that was closed.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookWatcher(SiloAddress Node, INotebookNode Observer, long Copy);

/// <summary>The caller of a change.</summary>
/// <param name="Node">The caller's node.</param>
/// <param name="Turn">The caller's place in the fair order of writes.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookCaller(SiloAddress Node, ImmutableArray<string> Turn);

/// <summary>A cell's place in the line.</summary>
/// <param name="Ticket">Another cell's ticket if the same cell waits already.</param>
[GenerateSerializer, Immutable]
internal sealed record CellPlace(Guid Ticket, NotebookUpdate Update);
