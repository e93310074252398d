using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>The CNN's two dropout masks of an epoch's steps: 1 for kept, 0 for dropped. The scripts scale what is kept.</summary>
internal sealed class DropoutMasks : IDisposable
{
    public const double DropMaps = 0.2;
    public const double DropFeatures = 0.3;
    private const int MapSide = 14;
    private const int MapChannels = 50;
    private const int Features = 512;

    private readonly Tensor _maps;
    private readonly Tensor _features;
    private readonly MaskGenerator? _processor;
    private readonly Generator? _device;

    /// <param name="batchSize">Images of the largest batch.</param>
    /// <param name="seed">Of this epoch: the same seed, the same masks.</param>
    /// <param name="device">Where they are used.</param>
    /// <param name="type">The type of the activations.</param>
    public DropoutMasks(int batchSize, long seed, Device device, ScalarType type = ScalarType.Float32)
    {
        _maps = empty([(long)batchSize * MapSide * MapSide, MapChannels], type, device);
        _features = empty([batchSize, Features], type, device);
        if (device.type == DeviceType.CPU && type == ScalarType.Float32)
        {
            _processor = new MaskGenerator(seed);
        }
        else
        {
            _device = new Generator((ulong)seed, device);
        }
    }

    /// <summary>Draws the masks of the next step, into the same memory as the last.</summary>
    /// <returns>(count x 14 x 14) x 50 and count x 512.</returns>
    public (Tensor Maps, Tensor Features) Next(int count)
    {
        var maps = _maps.slice(0, 0, (long)count * MapSide * MapSide, 1);
        var features = _features.slice(0, 0, count, 1);
        Fill(maps, DropMaps);
        Fill(features, DropFeatures);
        return (maps, features);
    }

    public void Dispose()
    {
        _maps.Dispose();
        _features.Dispose();
        _device?.Dispose();
    }

    private void Fill(Tensor mask, double drop)
    {
        if (_processor is not null)
        {
            _processor.Fill(MemoryMarshal.Cast<byte, float>(mask.bytes), drop);
        }
        else
        {
            mask.bernoulli_(1 - drop, _device);
        }
    }
}
