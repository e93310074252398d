using System.Threading.Channels;
using AslTutorial.Training.Contracts;

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

    public TrainerLink(string id, ITrainerClient client, Action abort, ILogger log)
    {
        (Id, _client, _abort, _log) = (id, client, abort, log);
        _ = SendAsync();
    }

    public string Id { get; }

    public TrainerDescription? Description { get; set; }

    /// <summary>The run that this trainer was given or has claimed.</summary>
    public RunLease? Lease { get; set; }

    public DateTimeOffset LeaseSince { get; set; }

    public bool IsIdle => Lease is null && Description is { Phase: TrainerPhase.Idle, Device: not null, DataSet: not null };

    public bool IsSameProcess(TrainerDescription? other) =>
        other is not null && Description is { } own && own.Name == other.Name && own.ProcessId == other.ProcessId;

    public void Post(Func<ITrainerClient, Task> order)
    {
        if (!_orders.Writer.TryWrite(order))
        {
            _abort();
        }
    }

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
