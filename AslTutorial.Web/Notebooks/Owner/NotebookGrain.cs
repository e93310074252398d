using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks.Owner;

/// <inheritdoc cref="INotebookGrain"/>
/// <remarks>
/// Changes come one at a time and are stored before they are told. Cells are executed by the node that asked for them.
/// The database is the truth: it is read again after a failed write, and by the next owner if this one is lost.
/// </remarks>
[PreferLocalPlacement]
internal sealed class NotebookGrain(
    NotebookStore store, SiteWriter writer, ISiloStatusOracle nodes, IOptions<NotebookOptions> options, TimeProvider time) : Grain, INotebookGrain
{
    private readonly Dictionary<SiloAddress, NotebookWatcher> _watchers = [];
    private NotebookContent? _content;
    private CellLine _line = CellLine.Empty;
    private long _number;

    private NotebookKey Key => NotebookKey.Parse(this.GetPrimaryKeyString());

    private GrainAddress Home => GrainContext.Address;

    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<NotebookNow?> OpenAsync(NotebookWatcher watcher, GrainAddress? home, long number)
    {
        NotebookContent content;
        try
        {
            content = await ReadAsync();
        }
        catch (Exception e) when (IsToBeTold(e, watcher.Node))
        {
            throw new NotebookStorageException(e.Message);
        }

        _watchers[watcher.Node] = watcher;
        if (Home.Equals(home) && number == _number)
        {
            return null;
        }

        _number = Home.Equals(home) ? _number : Math.Max(_number, number + 1);
        return new(Home, _number, content, _line);
    }

    public Task LeaveAsync(NotebookWatcher watcher)
    {
        if (_watchers.GetValueOrDefault(watcher.Node)?.Copy == watcher.Copy)
        {
            _watchers.Remove(watcher.Node);
        }

        Rest();
        return Task.CompletedTask;
    }

    public async Task<NotebookUpdate> ChangeAsync(NotebookChange change, NotebookCaller caller, CellEnd? ended)
    {
        NotebookDelta? delta = null;
        try
        {
            var before = await ReadAsync();
            if (change.Decide(Key, before) is { } write)
            {
                delta = await writer.WriteAsync(db => write(db), caller.Turn);
                _content = before.After(delta);
            }
        }
        catch (Exception e)
        {
            // It may or may not have been written. The skipped number makes all copies ask for the whole notebook at the next update.
            _content = null;
            _number++;
            if (IsToBeTold(e, caller.Node))
            {
                throw new NotebookStorageException(e.Message);
            }

            throw;
        }

        return delta is null && ended is null ? new(Home, _number, _line, IsNone: true) : Tell(caller.Node, delta, ended);
    }

    public Task<CellPlace?> EnterAsync(Guid ticket, string cell, SiloAddress node, bool runs)
    {
        _line = _line.Without(nodes.IsDeadSilo, Now);
        if (runs)
        {
            _line = _line.ComeBack(ticket, cell, node, Now);
        }
        else if (_line.Enter(ticket, cell, node, options.Value.Waiting, Now) is { } entered)
        {
            (_line, ticket) = entered;
        }
        else
        {
            return Task.FromResult<CellPlace?>(null);
        }

        return Task.FromResult<CellPlace?>(new(ticket, Tell(node)));
    }

    public Task<NotebookUpdate> EndAsync(CellEnd ended, SiloAddress node) => Task.FromResult(Tell(node, ended: ended));

    public Task<NotebookUpdate?> InterruptAsync(SiloAddress node)
    {
        if (_line.Cells.IsEmpty)
        {
            Rest();
            return Task.FromResult<NotebookUpdate?>(null);
        }

        _line = _line.Interrupt();
        return Task.FromResult<NotebookUpdate?>(Tell(node));
    }

    public Task ForgetAsync()
    {
        _content = null;
        Tell(but: null, isReread: true);
        Rest();
        return Task.CompletedTask;
    }

    public Task DropAsync(SiloAddress gone)
    {
        _watchers.Remove(gone);
        if (_line.Without(gone.Equals, Now) is var line && line != _line)
        {
            _line = line;
            Tell(but: null);
        }

        Rest();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Observer.ClosedAsync(Key, Home).Ignore();
        }

        return Task.CompletedTask;
    }

    private async ValueTask<NotebookContent> ReadAsync() => _content ??= await store.ReadAsync(Key, CancellationToken.None);

    /// <param name="but">The calling node, which gets the update as its answer.</param>
    private NotebookUpdate Tell(SiloAddress? but, NotebookDelta? delta = null, CellEnd? ended = null, bool isReread = false)
    {
        _line = ended is null ? _line : _line.End(ended.Ticket, Now);
        var update = new NotebookUpdate(Home, ++_number, _line, delta, ended, isReread);
        foreach (var watcher in _watchers.Values.ToList())
        {
            if (nodes.IsDeadSilo(watcher.Node))
            {
                _watchers.Remove(watcher.Node);
            }
            else if (!watcher.Node.Equals(but))
            {
                watcher.Observer.ChangedAsync(Key, update).Ignore();
            }
        }

        return update;
    }

    /// <summary>Deactivates the grain if nobody watches and nothing runs; the next caller makes it read the database.</summary>
    private void Rest()
    {
        if (_watchers.Count == 0 && _line.Cells.IsEmpty)
        {
            DeactivateOnIdle();
        }
    }

    /// <summary>Whether to replace the exception: a database's own exceptions cannot be sent to another node.</summary>
    private bool IsToBeTold(Exception fault, SiloAddress node) =>
        StorageFailure.IsOne(fault) && fault is not WriterBusyException && !node.Equals(Home.SiloAddress);
}

/// <summary>The storage failed on the owner's node.</summary>
[GenerateSerializer]
internal sealed class NotebookStorageException(string message) : IOException(message);
