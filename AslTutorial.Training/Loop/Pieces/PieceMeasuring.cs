using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>What <see cref="TrainModeMeasuring"/> does, with every batch in pieces.</summary>
internal sealed class PieceMeasuring(Crew crew, TrainingTensors tensors, ImageLoader loader, long seed) : IMeasuring
{
    private readonly CnnPieces _work = new(tensors, gradients: null, crew.Threads);

    public MeasuredTotals Run(NetProgram program, int epoch, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var device = loader.Data.Images.device;
        using var masks = new DropoutMasks(new(), Math.Min(loader.Plan.BatchSize, loader.Count), device);
        masks.Seed(SeedStream.MeasuredDropout(seed, epoch));
        var lossSums = zeros([crew.Threads], ScalarType.Float64);
        var confusions = zeros([crew.Threads, SignClasses.Count * SignClasses.Count], ScalarType.Int64);
        using var predictions = new PredictionTally(loader.Data.Count, device);
        var order = loader.Order(SeedStream.MeasuredOrder(seed, epoch));
        Tensor index = order, weights = order;
        IReadOnlyList<PiecePart> parts = [.. _work.Forward, new("head, sums", Tally)];
        for (var batch = 0; batch < loader.Plan.Batches; batch++)
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            int start = loader.Plan.Start(batch), end = loader.Plan.End(batch);
            var plan = new PiecePlan(end - start, crew.Threads);
            index = order.slice(0, start, end, 1);
            weights = full([plan.Images], 1.0 / plan.Images, ScalarType.Float64);
            _work.Begin(new(loader.Data, index, plan, [], masks));
            crew.Run(plan.Pieces, parts);
        }

        return MeasuredTotals.Read(lossSums, confusions.sum(dim: 0), predictions);

        void Tally(int piece)
        {
            var logits = _work.Logits(piece);
            var plan = new PiecePlan((int)index.shape[0], crew.Threads);
            int start = plan.Start(piece), end = plan.End(piece);
            var labels = loader.Data.Labels.index_select(0, index.slice(0, start, end, 1));
            NetProgram.Tally(logits, labels, weights.slice(0, start, end, 1), lossSums[piece], confusions[piece]);
            predictions.Add(logits, index, start, end);
        }
    }

    public void Dispose() => _work.Dispose();
}
