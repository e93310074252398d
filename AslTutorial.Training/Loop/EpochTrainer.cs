using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Steps;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Trains one epoch: one walk of a loader, what the function with the optimizer does.</summary>
/// <param name="settings">Of the run.</param>
/// <param name="loader">What it walks.</param>
/// <param name="steps">Its steps.</param>
/// <param name="helm">Asked before each of them.</param>
/// <param name="trainCount">train_N, by which it divides.</param>
/// <param name="way">Where it lets looks go ahead.</param>
internal sealed class EpochTrainer(
    TrainingSettings settings, ImageLoader loader, ITrainingSteps steps, Helm helm, int trainCount, ProgressMeter meter, GiveWay way, Action<BatchProgress> report)
{
    private readonly BatchPlan _plan = loader.Plan;

    // 1, except when a learner's function iterates over the wrong loader.
    private readonly double _share = (double)loader.Count / trainCount;

    /// <exception cref="OperationCanceledException">Cancelled, within one batch.</exception>
    /// <exception cref="RunFaultException">The loss is not finite.</exception>
    public TotalsReading Run(int epoch, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var order = loader.Order(SeedStream.Order(settings.Seed, epoch));
        steps.BeginEpoch(SeedStream.Dropout(settings.Seed, epoch));
        meter.BeginEpoch(epoch);

        // <listing>
        for (var batch = 0; batch < _plan.Batches; batch++)
        {
            cancel.ThrowIfCancellationRequested();
            if (helm.Steer(epoch, batch, cancel))
            {
                meter.GoOn(batch, _plan.Start(batch));
            }

            way.Yield();
            using var inner = NewDisposeScope();
            var index = order.slice(0, _plan.Start(batch), _plan.End(batch), 1);
            steps.Step(loader.Data, index);
            if (meter.IsDue(batch + 1, _plan.End(batch)))
            {
                var progress = meter.Report(batch + 1, _plan.End(batch), ReadSound(epoch));
                report(progress with { TrainAccuracy = progress.TrainAccuracy * _share });
            }
        }
        // </listing>

        return ReadSound(epoch);
    }

    private TotalsReading ReadSound(int epoch)
    {
        var reading = steps.Read();
        return reading.BadBatch is not { } batch
            ? reading
            : throw new RunFaultException(new(
                RunFailureCodes.LossNotFinite,
                $"The loss is not a finite number after batch {batch} of epoch {epoch} (both counted from 0); a smaller learning rate may help.",
                epoch,
                batch));
    }
}
