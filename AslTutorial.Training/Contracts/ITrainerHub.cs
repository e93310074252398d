namespace AslTutorial.Training.Contracts;

/// <summary>What a trainer calls on the site. A false answer means: this lease is not yours any more, stop working on it.</summary>
public interface ITrainerHub
{
    Task<bool> Describe(TrainerDescription description);

    Task ReportBatch(RunLease lease, BatchProgress progress);

    /// <summary>Idempotent: reporting an epoch again changes nothing and is answered true.</summary>
    Task<bool> ReportEpoch(RunLease lease, EpochResult result, ConfusionMatrix confusion);

    /// <summary>Sent after every order that a run was steered with; the newest is the whole truth.</summary>
    Task<bool> ReportSteered(RunLease lease, SteeredRun steered);

    Task<bool> ReportEnd(RunLease lease, RunEnd end);
}
