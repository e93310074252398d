using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>A set of images on the device: bytes, classes and, where the CNN trains on them, <see cref="PatchMoments"/>.</summary>
internal sealed class DeviceData : IDisposable
{
    private readonly Lazy<Tensor> _moments;

    public DeviceData(ImageSet set, Device device)
    {
        using var scope = NewDisposeScope();
        Count = set.Count;
        Images = tensor(set.Pixels, ScalarType.Byte).view(Count, ImageSet.PixelsPerImage).to(device).DetachFromDisposeScope();
        Labels = tensor(set.Labels, ScalarType.Byte).to(ScalarType.Int64).to(device).DetachFromDisposeScope();
        _moments = new(() =>
        {
            using var inner = NewDisposeScope();
            return tensor(PatchMoments.Of(set.Pixels), ScalarType.Float64).view(Count, PatchMoments.Count).to(device).alias().DetachFromDisposeScope();
        });
    }

    public int Count { get; }

    /// <summary>uint8, Count x 784.</summary>
    public Tensor Images { get; }

    /// <summary>int64, Count.</summary>
    public Tensor Labels { get; }

    /// <summary>float64, Count x 90; made when first asked for.</summary>
    public Tensor Moments => _moments.Value;

    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
        if (_moments.IsValueCreated)
        {
            _moments.Value.Dispose();
        }
    }
}
