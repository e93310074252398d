using System.Collections.Immutable;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <summary>
/// The one owner of a learner's work on a lesson, on whichever node. Every call may be made again where its answer was lost.
/// </summary>
internal interface INotebookGrain : IGrainWithStringKey
{
    /// <summary>The notebook as it is. From then on the node is told of every change, until it leaves.</summary>
    /// <param name="home">Of the owner that the node last heard of.</param>
    /// <param name="number">Of the newest change that the node knows; what comes is greater.</param>
    /// <returns>Null where the node knows all.</returns>
    Task<NotebookNow?> OpenAsync(NotebookWatcher watcher, GrainAddress? home, long number);

    Task LeaveAsync(NotebookWatcher watcher);

    /// <summary>Decides a change, stores it and tells the other nodes of it.</summary>
    /// <param name="ended">The cell that runs no more with it.</param>
    /// <returns>What the other nodes are told.</returns>
    Task<NotebookUpdate> ChangeAsync([Immutable] NotebookChange change, NotebookCaller caller, CellEnd? ended);

    /// <summary>A cell is to be run by the node that asks, when its turn has come.</summary>
    /// <param name="runs">Whether it runs already: an owner that was lost has forgotten it.</param>
    /// <returns>Null where too many wait.</returns>
    Task<CellPlace?> EnterAsync(Guid ticket, string cell, SiloAddress node, bool runs);

    Task<NotebookUpdate> EndAsync(CellEnd ended, SiloAddress node);

    /// <returns>Null where nothing waits or runs.</returns>
    Task<NotebookUpdate?> InterruptAsync(SiloAddress node);

    /// <summary>The rows are not what they were: they are read anew.</summary>
    Task ForgetAsync();

    /// <summary>A node is gone, and with it what it ran and who watched there.</summary>
    Task DropAsync(SiloAddress gone);
}

/// <summary>A node that is told of changes.</summary>
/// <param name="Copy">Tells a copy that was put away from the one that came after it.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookWatcher(SiloAddress Node, INotebookNode Observer, long Copy);

/// <summary>Who changes a notebook.</summary>
/// <param name="Node">Where.</param>
/// <param name="Turn">Whose turn it is to write.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookCaller(SiloAddress Node, ImmutableArray<string> Turn);

/// <summary>A cell's place in the line.</summary>
/// <param name="Ticket">Another's where the same cell waits already.</param>
[GenerateSerializer, Immutable]
internal sealed record CellPlace(Guid Ticket, NotebookUpdate Update);
