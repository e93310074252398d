using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>What runs ask of the trainers.</summary>
internal interface ITrainerOrders
{
    /// <summary>Tells the trainer that holds the lease, if it is connected, to stop.</summary>
    void Cancel(RunLease lease);
}
