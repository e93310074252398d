using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Looks;

/// <summary>Looks on other nodes, for when no trainer of this node can answer.</summary>
internal interface IFarLooks
{
    /// <summary>Asks another node; NoTrainer if none can answer either.</summary>
    Task<LookOutcome> AskAsync(LookOrder order, string digest, string viewer, CancellationToken cancel);
}
