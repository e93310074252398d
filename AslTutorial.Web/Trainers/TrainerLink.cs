using System.Threading.Channels;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Trainers;

/// <summary>A connected trainer. Orders are sent in sequence in the background, so a slow connection blocks nobody.</summary>
internal sealed class TrainerLink
{
    /// <summary>Orders that may wait to be sent. With more, the trainer counts as lost: it needs only a few at a time.</summary>
    private const int MaxOrders = 64;

    private readonly Channel<Func<ITrainerClient, Task>> _orders = Channel.CreateBounded<Func<ITrainerClient, Task>>(
        new BoundedChannelOptions(MaxOrders) { SingleReader = true });

    private readonly ITrainerClient _client;
    private readonly Action _abort;
    private readonly ILogger _log;
    private readonly CancellationToken _gone;
    private long _words;
    private long _steps;

    /// <param name="client">From a hub context: the hub's own caller cannot return results.</param>
    /// <param name="gone">Cancelled when the connection ends, which is a little before the hub reports it.</param>
    public TrainerLink(string id, ITrainerClient client, Action abort, DateTimeOffset connectedAt, ILogger log, CancellationToken gone)
    {
        (Id, _client, _abort, ConnectedAt, _log, _gone) = (id, client, abort, connectedAt, log, gone);
        _ = SendAsync();
    }

    public string Id { get; }

    public DateTimeOffset ConnectedAt { get; }

    /// <summary>The name of its key.</summary>
    public string KeyName { get; init; } = "";

    public bool IsBesideTheSite => KeyName == TrainerKeys.LocalName;

    public TrainerDescription? Description { get; set; }

    /// <summary>For logs.</summary>
    public string Name => Description?.Name ?? Id;

    /// <summary>The run that this trainer was given or has claimed.</summary>
    public RunLease? Lease { get; set; }

    public DateTimeOffset LeaseSince { get; set; }

    /// <summary>Number of cells running or waiting in the trainer.</summary>
    public int Cells { get; set; }

    /// <summary>Number of looks under way.</summary>
    public int Looks { get; set; }

    /// <summary>About to be replaced by a new process: it gets no more work.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>It has a device and data. It need not be idle: cells can run beside a training.</summary>
    public bool CanRunCells => IsHere && Description is { Phase: not TrainerPhase.Faulted, Device: not null, DataSet: not null };

    public bool IsIdle => IsHere && Lease is null && Description is { Phase: TrainerPhase.Idle, Device: not null, DataSet: not null };

    /// <summary>Counts its messages and answers to pings.</summary>
    public long Words => Interlocked.Read(ref _words);

    /// <summary>Counts its reports of progress of a run, and its new runs.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>It has not answered a ping yet: it gets no more work.</summary>
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

    /// <summary>Sent at once, not after the queued orders.</summary>
    /// <exception cref="Exception">Of various types: the connection was lost.</exception>
    public Task<CellResult> RunCellAsync(Guid id, CellOrder order, CancellationToken cancel) => _client.RunCell(id, order, cancel);

    /// <summary>Sent at once, not after the queued orders.</summary>
    /// <exception cref="Exception">Of various types: the connection was lost.</exception>
    public Task<bool> PingAsync(CancellationToken cancel) => _client.Ping(cancel);

    /// <summary>Sent at once, not after the queued orders.</summary>
    /// <exception cref="Exception">Of various types: the connection was lost.</exception>
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
            // Order and connection are lost; the end of the connection returns the run to the queue.
            _log.LogWarning("An order to the trainer {Trainer} could not be sent: {Reason}", Id, e.Message);
            _abort();
        }
    }
}
