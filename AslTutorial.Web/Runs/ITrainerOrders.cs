using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>What runs ask of the trainers.</summary>
internal interface ITrainerOrders
{
    /// <summary>The data set in use; null while no trainer has said.</summary>
    DataSetInfo? DataSet { get; }

    /// <summary>The version of what trains on it; null while no trainer has said, or where it does not say.</summary>
    string? Program { get; }

    /// <summary>Tells the trainer that holds the lease, if it is connected, to stop.</summary>
    void Cancel(RunLease lease);

    /// <summary>Tells it how the run is to go on.</summary>
    void Steer(RunLease lease, SteerOrder order);
}
