using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// Measures with the CNN left in training mode: dropout drops, and batch normalisation uses the statistics of the batch
/// and adds them to the running ones. So it goes by the lesson's batches, which <see cref="Validation"/> need not.
/// </summary>
internal sealed class TrainModeMeasuring(ImageLoader loader, TrainingSettings settings, Device device) : IMeasuring
{
    public MeasuredTotals Run(NetProgram program, int epoch, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var masks = new DropoutMasks(settings, Math.Min(loader.Plan.BatchSize, loader.Count), device);
        masks.Seed(SeedStream.MeasuredDropout(settings.Seed, epoch));
        var lossSum = zeros([], ScalarType.Float64, device);
        var confusion = zeros([SignClasses.Count * SignClasses.Count], ScalarType.Int64, device);
        using var predictions = new PredictionTally(loader.Data.Count, device);
        var order = loader.Order(SeedStream.MeasuredOrder(settings.Seed, epoch));
        for (var batch = 0; batch < loader.Plan.Batches; batch++)
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            int start = loader.Plan.Start(batch), end = loader.Plan.End(batch);
            var index = order.slice(0, start, end, 1);
            var logits = program.TrainingLogits(loader.Data, index, masks);
            var weights = full([end - start], 1.0 / (end - start), ScalarType.Float64, device);
            NetProgram.Tally(logits, loader.Data.Labels.index_select(0, index), weights, lossSum, confusion);
            predictions.Add(logits, order, start, end);
        }

        return MeasuredTotals.Read(lossSum, confusion, predictions);
    }

    public void Dispose()
    {
        // Nothing to dispose.
    }
}
