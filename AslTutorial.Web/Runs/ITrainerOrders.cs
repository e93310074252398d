using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>What the runs need from the trainers.</summary>
internal interface ITrainerOrders
{
    /// <summary>The data set in use; null until a trainer has told it.</summary>
    DataSetInfo? DataSet { get; }

    /// <summary>The version of the trainers' program; null until a trainer has told it, or if it does not say.</summary>
    string? Program { get; }

    /// <summary>Tells the trainer with this lease, if connected, to stop.</summary>
    void Cancel(RunLease lease);

    /// <summary>Tells the trainer with this lease, if connected, the current steering.</summary>
    void Steer(RunLease lease, SteerOrder order);
}
