using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks.Views;
using static TorchSharp.torch;

namespace AslTutorial.Training.Looks;

/// <summary>The 512 features of every training image as one net at one epoch has them.</summary>
internal sealed class FeatureSet : IDisposable
{
    public const int Neighbours = 5;
    private const int Features = 512;

    // Those whose distance is computed again, exactly: what is stored is rounded to float16.
    private const int Candidates = 32;
    private const int Piece = 64;
    private const int ReadPiece = 4096;

    private readonly Tensor _features;
    private readonly Tensor _squares;

    /// <param name="features">float16, images x 512; taken over.</param>
    private FeatureSet(Tensor features)
    {
        _features = features;
        using var scope = NewDisposeScope();
        _squares = InPieces(piece => piece.square().sum(1)).DetachFromDisposeScope();
    }

    /// <summary>Some ten seconds of a processor for 27,455 images.</summary>
    /// <param name="report">Gets the share that is done.</param>
    public static FeatureSet Compute(LookedNet net, ImageSet train, Action<double> report, CancellationToken cancel)
    {
        using var off = no_grad();
        var features = empty([train.Count, Features], ScalarType.Float16).DetachFromDisposeScope();
        for (var start = 0; start < train.Count; start += Piece)
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var count = Math.Min(Piece, train.Count - start);
            features.slice(0, start, start + count, 1).copy_(net.Features(LookImages.Of(train, start, count)));
            report((double)(start + count) / train.Count);
        }

        return new(features);
    }

    /// <summary>Rows I32 [5], labels I32 [5], distances F32 [5] (Euclidean), images U8 [5, 28, 28], the nearest first.</summary>
    public LookFile Nearest(LookOrder order, LookedNet net, SignData data)
    {
        var own = net.Features(LookImages.Of(LookProgram.ImagesOf(order, data), order.Image))[0];
        // |f|² - 2 f·own gives the same order as the distance; its rounding is corrected below.
        var product = InPieces(piece => mv(piece, own));
        var near = (_squares - (product * 2)).topk(Math.Min(Candidates + 1, data.Train.Count), 0, largest: false).indexes.data<long>().ToArray();
        var exact = near.Select(row => (Row: (int)row, Distance: (net.Features(LookImages.Of(data.Train, (int)row))[0] - own).to(ScalarType.Float64).square().sum().sqrt().item<double>()))
            .Where(found => order.Set != ImageSetName.Train || found.Row != order.Image)
            .OrderBy(found => found.Distance).ThenBy(found => found.Row).Take(Neighbours).ToList();
        return new LookFile()
            .Add("rows", [.. exact.Select(found => found.Row)])
            .Add("labels", [.. exact.Select(found => (int)data.Train.Labels[found.Row])])
            .Add("distances", [.. exact.Select(found => (float)found.Distance)])
            .Add("images", [.. exact.SelectMany(found => LookImages.Bytes(data.Train, found.Row))], exact.Count, ImageSet.Side, ImageSet.Side);
    }

    /// <summary>A few at a time: all of them as float32 would be twice what is kept.</summary>
    private Tensor InPieces(Func<Tensor, Tensor> compute) =>
        cat([.. _features.split(ReadPiece, 0).Select(piece => compute(piece.to(ScalarType.Float32)))], 0);

    public void Dispose()
    {
        _features.Dispose();
        _squares.Dispose();
    }
}
