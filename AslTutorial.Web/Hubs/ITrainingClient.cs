using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Hubs;

/// <summary>What the site calls in a browser that watches runs.</summary>
public interface ITrainingClient
{
    Task BatchProgress(Guid runId, BatchProgress progress);

    Task EpochCompleted(Guid runId, EpochResult result);

    Task RunStateChanged(Guid runId, LiveState state);
}
