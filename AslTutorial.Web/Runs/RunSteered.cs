using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>Merges what a learner wants and what trainers report into the stored steering of a run.</summary>
internal static class RunSteered
{
    /// <summary>Always the complete state, so a repeated order changes nothing.</summary>
    public static SteerOrder ToSteerOrder(this RunRecord run) => new(run.PendingRate, run.PausedAt is not null, run.StopRequested);

    /// <summary>Applies a trainer's report; false if it makes no sense.</summary>
    public static bool TryTake(this RunRecord run, SteeredRun steered)
    {
        if (steered.Steering?.Fault() is not null || steered.LastEpoch < 0 || steered.LastEpoch >= run.EpochsWanted
            || steered.Epoch < 0 || steered.Epoch > run.EpochsWanted || steered.Batch < 0)
        {
            return false;
        }

        (run.Steering, run.LastEpoch) = (steered.Steering, steered.LastEpoch);
        run.PausedEpoch = steered.Paused ? steered.Epoch : null;
        run.PausedBatch = steered.Paused ? steered.Batch : null;
        if (run.PendingRate is { } wanted && wanted.Equals(RunSteering.RateAt(run.Steering, run.LearningRate, steered.Epoch, steered.Batch)))
        {
            run.PendingRate = null;
        }

        return true;
    }

    /// <summary>
    /// Called before a trainer gets the run: makes pending changes part of its settings. A new rate applies from the batch where the
    /// run was paused, or else from the start of the next epoch.
    /// </summary>
    public static void TakeWishes(this RunRecord run)
    {
        if (run.PendingRate is { } rate)
        {
            (int Epoch, int Batch) at = (run.Epochs.Count, 0);
            if (run is { PausedEpoch: { } epoch, PausedBatch: { } batch } && (epoch, batch).CompareTo(at) > 0)
            {
                at = (epoch, batch);
            }

            run.Steering = RunSteering.Change(run.Steering, run.LearningRate, at.Epoch, at.Batch, rate);
            run.PendingRate = null;
        }

        run.LastEpoch = run.StopRequested ? run.LastEpoch ?? run.Epochs.Count : null;
        run.PausedEpoch = run.PausedBatch = null;
    }
}
