using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Pieces;

/// <summary>A piece's views of what all pieces share, for batches of one size: where its own numbers go, and what it updates.</summary>
internal sealed class PieceShare : IDisposable
{
    private readonly List<Tensor> _kept = [];

    public PieceShare(TrainingTensors tensors, SharedGradients shared, PiecePlan plan, int piece)
    {
        using var scope = NewDisposeScope();
        int start = plan.Start(piece), end = plan.End(piece);
        Gathered = [.. shared.Gathered.Select(whole => Keep(whole.slice(0, start, end, 1)))];
        Row = Keep(shared.Convolutions[piece]);
        Loss = Keep(shared.Losses[piece]);

        var (packed, ranges) = (tensors.Net.Packed, new List<(long Start, long End)>());
        var (from, to) = Cut(shared.Convolutions.shape[1] / PackedTensors.Alignment, piece, plan);
        if (to > from)
        {
            ranges.Add((from * PackedTensors.Alignment, to * PackedTensors.Alignment));
            Added = [Keep(shared.Convolutions.slice(0, 0, plan.Pieces, 1).slice(1, ranges[0].Start, ranges[0].End, 1))];
        }

        var (inputs, errors) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (layer, weight) in shared.LinearWeights.Index())
        {
            var (input, error) = (shared.Gathered[2 * layer], shared.Gathered[(2 * layer) + 1]);
            var (first, last) = Cut(error.shape[1], piece, plan);
            if (last > first)
            {
                inputs.Add(Keep(input.slice(0, 0, plan.Images, 1)));
                errors.Add(Keep(error.slice(0, 0, plan.Images, 1).slice(1, first, last, 1)));
                ranges.Add((packed.Starts[weight] + (first * input.shape[1]), packed.Starts[weight] + (last * input.shape[1])));
                ranges.Add((packed.Starts[weight + 1] + first, packed.Starts[weight + 1] + last));
            }
        }

        (Inputs, Errors) = ([.. inputs], [.. errors]);
        Parameters = Take(packed.Whole);
        Means = Take(tensors.Adam.PackedMeans);
        Squares = Take(tensors.Adam.PackedSquares);
        Steps = [.. ranges.Select(_ => tensors.Adam.Steps)];

        Tensor[] Take(Tensor whole) => [.. ranges.Select(range => Keep(whole.slice(0, range.Start, range.End, 1)))];
    }

    /// <summary>Where its images' rows of the linear layers' inputs and errors go: input, error, input, error.</summary>
    public Tensor[] Gathered { get; }

    /// <summary>Where what it adds to the gradients before the first linear layer goes.</summary>
    public Tensor Row { get; }

    /// <summary>Where the sum of its images' losses goes: float64, a scalar.</summary>
    public Tensor Loss { get; }

    /// <summary>The part of all pieces' rows that it adds up; none where it has none.</summary>
    public Tensor[] Added { get; } = [];

    /// <summary>Of the whole batch, for each linear layer of whose outputs it has some.</summary>
    public Tensor[] Inputs { get; }

    /// <summary>Of the whole batch, for its own outputs.</summary>
    public Tensor[] Errors { get; }

    /// <summary>What it updates, in the order of <see cref="Added"/> and, for each layer, weights and biases.</summary>
    public Tensor[] Parameters { get; }

    public Tensor[] Means { get; }

    public Tensor[] Squares { get; }

    public Tensor[] Steps { get; }

    public void Dispose() => _kept.ForEach(tensor => tensor.Dispose());

    private static (long From, long To) Cut(long whole, int piece, PiecePlan plan) =>
        (PiecePlan.Share(whole, piece, plan.Pieces), PiecePlan.Share(whole, piece + 1, plan.Pieces));

    private Tensor Keep(Tensor tensor)
    {
        _kept.Add(tensor.DetachFromDisposeScope());
        return tensor;
    }
}
