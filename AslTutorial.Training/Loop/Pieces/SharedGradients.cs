using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>
/// The gradients of a batch that lies in pieces. Those of convolutions and normalisations are added up, a part of the
/// parameters by each piece. A linear layer's are a product over the whole batch, so its inputs and errors are gathered, and
/// each piece makes the rows of some outputs: nothing of the layer's size is made twice or added. Then it makes Adam's step on these.
/// </summary>
internal sealed class SharedGradients : IDisposable
{
    private readonly TrainingTensors _tensors;
    private readonly int _threads;

    // One for full batches and one for the last, smaller batch.
    private readonly Dictionary<int, PieceShare[]> _shares = [];

    /// <param name="batchSize">Images of the largest batch.</param>
    public SharedGradients(TrainingTensors tensors, int threads, int batchSize)
    {
        using var scope = NewDisposeScope();
        var (layout, type) = (tensors.Net.Layout, tensors.Net.Packed.Whole.dtype);
        (_tensors, _threads) = (tensors, threads);
        LinearWeights = [.. layout.Parameters.Index().Where(pair => pair.Item.Shape.Length == 2).Select(pair => pair.Index)];
        Convolutions = zeros([threads, tensors.Net.Packed.Starts[LinearWeights[0]]], type).DetachFromDisposeScope();
        Losses = zeros([threads], ScalarType.Float64).DetachFromDisposeScope();
        Gathered = [.. LinearWeights
            .Select(weight => layout.Parameters[weight].Shape)
            .SelectMany(shape => new[] { shape[1], shape[0] })
            .Select(width => zeros([batchSize, width], type).DetachFromDisposeScope())];
    }

    /// <summary>Which of the parameters are weights of linear layers; each one's bias follows it.</summary>
    public IReadOnlyList<int> LinearWeights { get; }

    /// <summary>Inputs and errors (the loss's derivatives by the outputs) of the linear layers, an image a row.</summary>
    public Tensor[] Gathered { get; }

    /// <summary>What each piece adds to the gradients before the first linear layer, laid out as <see cref="PackedTensors"/>.</summary>
    public Tensor Convolutions { get; }

    /// <summary>float64, the sum of each piece's losses.</summary>
    public Tensor Losses { get; }

    /// <summary>The pieces' shares in batches of that size; to be called on one thread.</summary>
    public PieceShare[] Shares(int images)
    {
        if (!_shares.TryGetValue(images, out var shares))
        {
            var plan = new PiecePlan(images, _threads);
            _shares[images] = shares = [.. Enumerable.Range(0, plan.Pieces).Select(piece => new PieceShare(_tensors, this, plan, piece))];
        }

        return shares;
    }

    /// <summary>After the pieces have met: the gradients of a share, and Adam's step with them. The steps are counted elsewhere.</summary>
    public void Update(PieceShare share) => NetScripts.CallList(
        "piece_update", share.Added, share.Inputs, share.Errors, share.Parameters, share.Means, share.Squares, share.Steps, _tensors.Adam.LearningRate);

    /// <summary>The batch's mean loss, added up in the order of the pieces.</summary>
    public double MeanLoss(int images)
    {
        var (losses, sum) = (new TensorNumbers(Losses), 0.0);
        for (var piece = 0; piece < _shares[images].Length; piece++)
        {
            sum += losses[piece];
        }

        return sum / images;
    }

    public void Dispose()
    {
        foreach (var share in _shares.Values.SelectMany(shares => shares))
        {
            share.Dispose();
        }

        foreach (var tensor in Gathered.Append(Convolutions).Append(Losses))
        {
            tensor.Dispose();
        }
    }
}
