using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Pieces;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// Validates: eval mode, all of a loader's images. The images go through the net in pieces of a size that suits the device; each
/// counts with one over the size of the batch that the lesson would have had it in, so the loss is the lesson's sum. Each
/// piece has a sum of its own, and these are added in their order: it does not matter which thread made which.
/// </summary>
internal sealed class Validation : IMeasuring
{
    // Measured on the CPU: larger pieces do not fit the cache.
    private const int ProcessorPiece = 64;
    private const int DevicePiece = 2048;

    private readonly ImageLoader _loader;
    private readonly long _seed;
    private readonly Device _device;
    private readonly Crew? _crew;
    private readonly GiveWay? _way;
    private readonly Tensor _weights;
    private readonly BatchPlan _plan;

    /// <param name="crew">Takes the pieces as they come; null: the calling thread does.</param>
    /// <param name="way">Where it lets looks go ahead; null where nobody looks.</param>
    public Validation(ImageLoader loader, long seed, Device device, Crew? crew = null, GiveWay? way = null)
    {
        (_crew, _way) = (crew, way);
        _loader = loader;
        _seed = seed;
        _device = device;
        var batches = loader.Plan;
        var weights = new double[loader.Count];
        for (var batch = 0; batch < batches.Batches; batch++)
        {
            int start = batches.Start(batch), end = batches.End(batch);
            weights.AsSpan(start, end - start).Fill(1.0 / (end - start));
        }

        _weights = tensor(weights, ScalarType.Float64).to(device);
        _plan = new(loader.Count, device.type == TorchSharp.DeviceType.CPU ? ProcessorPiece : DevicePiece);
    }

    public MeasuredTotals Run(NetProgram program, int epoch, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var threads = _crew?.Threads ?? 1;
        var lossSums = zeros([_plan.Batches], ScalarType.Float64, _device);
        var confusions = zeros([threads, SignClasses.Count * SignClasses.Count], ScalarType.Int64, _device);
        using var predictions = new PredictionTally(_loader.Data.Count, _device);
        var order = _loader.FindOrder(SeedStream.MeasuredOrder(_seed, epoch));
        var prepared = program.PrepareEvaluation();
        var taken = -1;
        if (_crew is null)
        {
            Walk(thread: 0);
        }
        else
        {
            _crew.Run(threads, [new("validation", Walk)]);
        }

        return MeasuredTotals.Read(lossSums, confusions.sum(dim: 0), predictions);

        void Walk(int thread)
        {
            while (Interlocked.Increment(ref taken) is var piece && piece < _plan.Batches)
            {
                cancel.ThrowIfCancellationRequested();
                if (thread == 0)
                {
                    _way?.Yield();
                }

                using var inner = NewDisposeScope();
                int start = _plan.Start(piece), end = _plan.End(piece);
                var logits = program.Logits(Cut(_loader.Data.Images, order, start, end), prepared);
                var labels = Cut(_loader.Data.Labels, order, start, end);
                NetProgram.Tally(logits, labels, _weights.slice(0, start, end, 1), lossSums[piece], confusions[thread]);
                predictions.Add(logits, order, start, end);
            }
        }
    }

    public void Dispose() => _weights.Dispose();

    private static Tensor Cut(Tensor all, Tensor? order, int start, int end) =>
        order is null ? all.slice(0, start, end, 1) : all.index_select(0, order.slice(0, start, end, 1));
}
