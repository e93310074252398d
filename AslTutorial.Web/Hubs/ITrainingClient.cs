using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Hubs;

/// <summary>The methods that the site calls in browsers watching runs.</summary>
public interface ITrainingClient
{
    Task BatchProgress(Guid runId, BatchProgress progress);

    Task EpochCompleted(Guid runId, EpochResult result);

    Task RunStateChanged(Guid runId, LiveState state);
}
