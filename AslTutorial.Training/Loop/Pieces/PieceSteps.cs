using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop.Steps;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// Steps on a CPU with several threads: the batch is divided and not the operation, as libtorch would. docs/decisions has a
/// drawing of where the pieces meet.
/// </summary>
internal sealed class PieceSteps : ITrainingSteps
{
    private readonly Crew _crew;
    private readonly TrainingTensors _tensors;
    private readonly DropoutMasks? _masks;
    private readonly SharedGradients _gradients;
    private readonly IPieceWork _work;

    /// <param name="crew">It outlives the steps.</param>
    /// <param name="tensors">Of the net that is trained.</param>
    /// <param name="masks">These steps' own; null for a net without dropout, or in eval mode.</param>
    /// <param name="batchSize">Images of the largest batch.</param>
    public PieceSteps(Crew crew, TrainingTensors tensors, DropoutMasks? masks, int batchSize)
    {
        (_crew, _tensors, _masks) = (crew, tensors, masks);
        _gradients = new(tensors, crew.Threads, batchSize);
        _work = tensors.Net.Kind == ModelKind.Cnn && masks is not null
            ? new CnnPieces(tensors, _gradients, crew.Threads)
            : new OneMeetingPieces(tensors, _gradients);
    }

    /// <summary>What a step is made of, for a benchmark.</summary>
    public IReadOnlyList<PiecePart> Parts => _work.Parts;

    public void BeginEpoch(long maskSeed)
    {
        _tensors.Totals.Clear();
        _masks?.Seed(maskSeed);
    }

    public void Step(DeviceData data, Tensor index)
    {
        using var scope = NewDisposeScope();
        var images = (int)index.shape[0];
        var plan = new PiecePlan(images, _crew.Threads);
        _work.Begin(new(data, index, plan, _gradients.Shares(images), _masks));
        _tensors.Adam.Steps.add_(1);
        _crew.Run(plan.Pieces, _work.Parts);
        _tensors.Totals.Add(_gradients.MeanLoss(images));
    }

    public TotalsReading Read() => _tensors.Totals.Read();

    public void Dispose()
    {
        _work.Dispose();
        _gradients.Dispose();
        _masks?.Dispose();
    }
}
