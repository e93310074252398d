namespace AslTutorial.Training.Contracts;

/// <summary>What the site calls on a trainer (SignalR, MessagePack).</summary>
public interface ITrainerClient
{
    Task Train(RunOrder order);

    Task Cancel(RunLease lease);
}
