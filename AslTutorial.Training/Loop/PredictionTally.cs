using AslTutorial.Training.Contracts.Looks;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Notes for every image of a set what the net says of it. Several threads may add at once, each its own images.</summary>
internal sealed class PredictionTally : IDisposable
{
    private readonly Tensor _letters;
    private readonly Tensor _probabilities;

    /// <param name="images">Of the whole set, also where only a part of it is measured.</param>
    public PredictionTally(int images, Device device)
    {
        _letters = full([images, ImagePredictions.Kept], ImagePredictions.NotMeasured, ScalarType.Byte, device).DetachFromDisposeScope();
        _probabilities = zeros([images, ImagePredictions.Kept], ScalarType.Float32, device).DetachFromDisposeScope();
    }

    /// <summary>Takes a piece's logits.</summary>
    /// <param name="logits">N x 24.</param>
    /// <param name="order">int64: the images in the order in which they are measured; null for that of the file.</param>
    /// <param name="start">The piece's first place in that order.</param>
    /// <param name="end">After its last.</param>
    public void Add(Tensor logits, Tensor? order, int start, int end)
    {
        var (probabilities, letters) = nn.functional.softmax(logits, 1, ScalarType.Float32).topk(ImagePredictions.Kept, 1);
        var classes = letters.to(ScalarType.Byte);
        if (order is null)
        {
            _letters.slice(0, start, end, 1).copy_(classes);
            _probabilities.slice(0, start, end, 1).copy_(probabilities);
        }
        else
        {
            var rows = order.slice(0, start, end, 1);
            _letters.index_copy_(0, rows, classes);
            _probabilities.index_copy_(0, rows, probabilities);
        }
    }

    /// <summary>Reads everything off the device.</summary>
    public MeasuredPredictions Read() => new(_letters.cpu().data<byte>().ToArray(), _probabilities.cpu().data<float>().ToArray());

    public void Dispose()
    {
        _letters.Dispose();
        _probabilities.Dispose();
    }
}

/// <summary>See <see cref="ImagePredictions"/>.</summary>
internal sealed record MeasuredPredictions(byte[] Letters, float[] Probabilities);
