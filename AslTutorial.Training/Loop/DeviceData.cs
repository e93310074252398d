using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>A set of images on the device: bytes, classes and, where the CNN trains on them, <see cref="PatchMoments"/>.</summary>
internal sealed class DeviceData : IDisposable
{
    private readonly Lazy<Tensor> _moments;
    private readonly Lazy<Tensor> _scaled;

    public DeviceData(ImageSet set, Device device)
    {
        using var scope = NewDisposeScope();
        Count = set.Count;
        Classes = set.Labels;
        Images = tensor(set.Pixels, ScalarType.Byte).view(Count, ImageSet.PixelsPerImage).to(device).DetachFromDisposeScope();
        Labels = tensor(set.Labels, ScalarType.Byte).to(ScalarType.Int64).to(device).DetachFromDisposeScope();
        _moments = new(() =>
        {
            using var inner = NewDisposeScope();
            return tensor(PatchMoments.Of(set.Pixels), ScalarType.Float64).view(Count, PatchMoments.Count).to(device).alias().DetachFromDisposeScope();
        });
        _scaled = new(() =>
        {
            using var inner = NewDisposeScope();
            return Images.to(ScalarType.Float32).div_(255).DetachFromDisposeScope();
        });
    }

    public int Count { get; }

    /// <summary>The labels, in the process's own memory.</summary>
    public byte[] Classes { get; }

    /// <summary>uint8, Count x 784.</summary>
    public Tensor Images { get; }

    /// <summary>int64, Count.</summary>
    public Tensor Labels { get; }

    /// <summary>float64, Count x 90; made when first asked for.</summary>
    public Tensor Moments => _moments.Value;

    /// <summary>float32, Count x 784, from 0 to 1: saves a GPU two operations a step. Made when first asked for.</summary>
    public Tensor Scaled => _scaled.Value;

    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
        foreach (var made in new[] { _moments, _scaled }.Where(lazy => lazy.IsValueCreated))
        {
            made.Value.Dispose();
        }
    }
}
