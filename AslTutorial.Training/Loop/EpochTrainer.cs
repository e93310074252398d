using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Trains one epoch: one walk of a loader, what the function with the optimizer does.</summary>
/// <param name="settings">Of the run.</param>
/// <param name="loader">What it walks.</param>
/// <param name="mode">What it sets the net to; the dense net is the same in both.</param>
/// <param name="trainCount">train_N, by which it divides.</param>
internal sealed class EpochTrainer(
    TrainingSettings settings, ImageLoader loader, RecipeMode mode, int trainCount, Device device, ProgressMeter meter, Action<BatchProgress> report)
{
    private readonly BatchPlan _plan = loader.Plan;

    // 1 but for a learner's function that walks the other loader.
    private readonly double _share = (double)loader.Count / trainCount;

    /// <exception cref="OperationCanceledException">Cancelled, within one batch.</exception>
    /// <exception cref="RunFaultException">The loss is not finite.</exception>
    public TotalsReading Run(int epoch, NetProgram program, TrainingTensors tensors, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var totals = new RunningTotals(device);
        using var masks = settings.Model == ModelKind.Cnn && mode == RecipeMode.Train
            ? new DropoutMasks(Math.Min(_plan.BatchSize, _plan.Images), SeedStream.Dropout(settings.Seed, epoch), device)
            : null;
        var order = loader.Order(SeedStream.Order(settings.Seed, epoch));
        meter.BeginEpoch(epoch);

        // <listing>
        for (var batch = 0; batch < _plan.Batches; batch++)
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var index = order.slice(0, _plan.Start(batch), _plan.End(batch), 1);
            program.Step(loader.Data, index, tensors.Adam, masks, totals, settings.LearningRate, batch);
            if (meter.IsDue(batch + 1, _plan.End(batch)))
            {
                var progress = meter.Report(batch + 1, _plan.End(batch), ReadSound(totals, epoch));
                report(progress with { TrainAccuracy = progress.TrainAccuracy * _share });
            }
        }
        // </listing>

        return ReadSound(totals, epoch);
    }

    private static TotalsReading ReadSound(RunningTotals totals, int epoch)
    {
        var reading = totals.Read();
        return reading.BadBatch is not { } batch
            ? reading
            : throw new RunFaultException(new(
                RunFailureCodes.LossNotFinite,
                $"The loss is not a finite number after batch {batch} of epoch {epoch} (both counted from 0); a smaller learning rate may help.",
                epoch,
                batch));
    }
}
