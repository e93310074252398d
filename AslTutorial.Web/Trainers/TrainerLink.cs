using System.Threading.Channels;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Trainers;

/// <summary>A connected trainer. Orders leave in order, on their own time: a slow connection holds nobody up.</summary>
internal sealed class TrainerLink
{
    /// <summary>An order and its cancel are two; a trainer that leaves this many unread is as good as lost.</summary>
    private const int MaxOrders = 64;

    private readonly Channel<Func<ITrainerClient, Task>> _orders = Channel.CreateBounded<Func<ITrainerClient, Task>>(
        new BoundedChannelOptions(MaxOrders) { SingleReader = true });

    private readonly ITrainerClient _client;
    private readonly Action _abort;
    private readonly ILogger _log;
    private readonly CancellationToken _gone;
    private long _words;
    private long _steps;

    /// <param name="client">Of a hub context: the hub's own caller cannot be asked for a result.</param>
    /// <param name="gone">When the connection has ended: what runs over it breaks off at that moment, a little before the hub says so.</param>
    public TrainerLink(string id, ITrainerClient client, Action abort, DateTimeOffset connectedAt, ILogger log, CancellationToken gone)
    {
        (Id, _client, _abort, ConnectedAt, _log, _gone) = (id, client, abort, connectedAt, log, gone);
        _ = SendAsync();
    }

    public string Id { get; }

    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whose key it has shown.</summary>
    public string KeyName { get; init; } = "";

    public bool IsBesideTheSite => KeyName == TrainerKeys.LocalName;

    public TrainerDescription? Description { get; set; }

    /// <summary>For logs.</summary>
    public string Name => Description?.Name ?? Id;

    /// <summary>The run that this trainer was given or has claimed.</summary>
    public RunLease? Lease { get; set; }

    public DateTimeOffset LeaseSince { get; set; }

    /// <summary>Cells that are under way or waiting in the trainer.</summary>
    public int Cells { get; set; }

    /// <summary>Looks that are under way.</summary>
    public int Looks { get; set; }

    /// <summary>About to be replaced by a new process: it is given nothing more.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Whether cells can be run: that needs torch and data, and no idleness.</summary>
    public bool CanRunCells => IsHere && Description is { Phase: not TrainerPhase.Faulted, Device: not null, DataSet: not null };

    public bool IsIdle => IsHere && Lease is null && Description is { Phase: TrainerPhase.Idle, Device: not null, DataSet: not null };

    /// <summary>Raised by each message and each answer to a ping.</summary>
    public long Words => Interlocked.Read(ref _words);

    /// <summary>Raised by each report that a run has come on, and by each new run.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>It was asked whether it is there and has not answered yet: it is given nothing.</summary>
    public bool IsSilent { get; set; }

    public void Hear() => Interlocked.Increment(ref _words);

    public void HearOfStep()
    {
        Hear();
        Interlocked.Increment(ref _steps);
    }

    private bool IsHere => !IsLeaving && !IsSilent && !_gone.IsCancellationRequested;

    public bool IsSameProcess(TrainerDescription? other) =>
        other is not null && Description is { } own && own.Name == other.Name && own.ProcessId == other.ProcessId;

    public void Post(Func<ITrainerClient, Task> order)
    {
        if (!_orders.Writer.TryWrite(order))
        {
            _abort();
        }
    }

    /// <summary>Past the other orders, which are not waited for.</summary>
    /// <exception cref="Exception">Of many types: the connection was lost.</exception>
    public Task<CellResult> RunCellAsync(Guid id, CellOrder order, CancellationToken cancel) => _client.RunCell(id, order, cancel);

    /// <summary>As a cell: past the other orders.</summary>
    /// <exception cref="Exception">Of many types: the connection was lost.</exception>
    public Task<bool> PingAsync(CancellationToken cancel) => _client.Ping(cancel);

    /// <summary>As a cell: past the other orders.</summary>
    /// <exception cref="Exception">Of many types: the connection was lost.</exception>
    public Task<LookResult> LookAsync(LookOrder order, CancellationToken cancel) => _client.Look(order, cancel);

    public void Close() => _orders.Writer.TryComplete();

    public void Abort() => _abort();

    private async Task SendAsync()
    {
        try
        {
            await foreach (var order in _orders.Reader.ReadAllAsync())
            {
                await order(_client);
            }
        }
        catch (Exception e)
        {
            // The order is lost and so is the connection: the run comes back through its end.
            _log.LogWarning("An order to the trainer {Trainer} could not be sent: {Reason}", Id, e.Message);
            _abort();
        }
    }
}
