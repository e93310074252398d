using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>
/// Validates: eval mode, the whole set. The images go through the net in pieces of a size that suits the device; each
/// counts with one over the size of the batch that the lesson would have had it in, so the loss is the lesson's sum.
/// </summary>
internal sealed class Validation : IDisposable
{
    // Measured on the CPU: larger pieces fall out of the cache.
    private const int ProcessorPiece = 64;
    private const int DevicePiece = 2048;

    private readonly DeviceData _data;
    private readonly Device _device;
    private readonly Tensor _weights;
    private readonly BatchPlan _plan;

    public Validation(DeviceData data, int batchSize, Device device)
    {
        _data = data;
        _device = device;
        var batches = new BatchPlan(data.Count, batchSize);
        var weights = new double[data.Count];
        for (var batch = 0; batch < batches.Batches; batch++)
        {
            int start = batches.Start(batch), end = batches.End(batch);
            weights.AsSpan(start, end - start).Fill(1.0 / (end - start));
        }

        Batches = batches.Batches;
        _weights = tensor(weights, ScalarType.Float64).to(device);
        _plan = new(data.Count, device.type == TorchSharp.DeviceType.CPU ? ProcessorPiece : DevicePiece);
    }

    /// <summary>Batches as the lesson counts them.</summary>
    public int Batches { get; }

    /// <exception cref="OperationCanceledException">Cancelled, within one piece.</exception>
    public (TotalsReading Totals, ConfusionMatrix Confusion) Run(NetProgram program, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var totals = new RunningTotals(_device);
        var confusion = zeros([SignClasses.Count * SignClasses.Count], ScalarType.Int64, _device);
        var prepared = program.PrepareEvaluation();
        for (var piece = 0; piece < _plan.Batches; piece++)
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            int start = _plan.Start(piece), end = _plan.End(piece);
            var logits = program.Logits(_data.Images.slice(0, start, end, 1), prepared);
            NetProgram.Tally(logits, _data.Labels.slice(0, start, end, 1), _weights.slice(0, start, end, 1), totals, confusion);
        }

        var reading = totals.Read();
        return (reading, new([.. confusion.cpu().data<long>().Select(count => (int)count)]));
    }

    public void Dispose() => _weights.Dispose();
}
