using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Trains one epoch: one pass over the images in a new order.</summary>
internal sealed class EpochTrainer(
    TrainingSettings settings, DeviceData data, Tensor? subset, Device device, ProgressMeter meter, Action<BatchProgress> report)
{
    private readonly BatchPlan _plan = new((int)(subset?.shape[0] ?? data.Count), settings.BatchSize);

    /// <exception cref="OperationCanceledException">Cancelled, within one batch.</exception>
    /// <exception cref="RunFaultException">The loss is not finite.</exception>
    public TotalsReading Run(int epoch, NetProgram program, TrainingTensors tensors, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var totals = new RunningTotals(device);
        using var masks = settings.Model == ModelKind.Cnn
            ? new DropoutMasks(Math.Min(_plan.BatchSize, _plan.Images), SeedStream.Dropout(settings.Seed, epoch), device)
            : null;
        var order = Order(epoch);
        meter.BeginEpoch(epoch);
        for (var batch = 0; batch < _plan.Batches; batch++)
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var index = order.slice(0, _plan.Start(batch), _plan.End(batch), 1);
            program.Step(data, index, tensors.Adam, masks, totals, settings.LearningRate, batch);
            if (meter.IsDue(batch + 1, _plan.End(batch)))
            {
                report(meter.Report(batch + 1, _plan.End(batch), ReadSound(totals, epoch)));
            }
        }

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

    private Tensor Order(int epoch)
    {
        // Always drawn on the CPU: the same seed, the same order, on every device.
        using var generator = new Generator((ulong)SeedStream.Order(settings.Seed, epoch));
        var order = randperm(_plan.Images, ScalarType.Int64, generator: generator).to(device);
        return subset is null ? order : subset.index_select(0, order);
    }
}
