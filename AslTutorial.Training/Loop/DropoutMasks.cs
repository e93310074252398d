using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>The CNN's two dropout masks of a step: 1 for kept, 0 for dropped. The scripts scale what is kept.</summary>
internal sealed class DropoutMasks : IDisposable
{
    private const int MapChannels = 50;
    private const int Features = 512;

    private readonly TrainingSettings _settings;
    private readonly int _mapSize;
    private readonly Tensor _maps;
    private readonly Tensor _features;
    private MaskGenerator? _processor;
    private Generator? _reference;

    /// <param name="settings">Of the CNN: how much is dropped, and how large its maps are.</param>
    /// <param name="batchSize">Images of the largest batch.</param>
    /// <param name="device">Where they are used.</param>
    /// <param name="type">The type of the activations.</param>
    public DropoutMasks(TrainingSettings settings, int batchSize, Device device, ScalarType type = ScalarType.Float32)
    {
        _settings = settings;
        _mapSize = settings.Net.SecondSide * settings.Net.SecondSide;
        _maps = empty([(long)batchSize * _mapSize, MapChannels], type, device);
        _features = empty([batchSize, Features], type, device);
        _maps.DetachFromDisposeScope();
        _features.DetachFromDisposeScope();
    }

    /// <summary>What the maps that are kept are multiplied with.</summary>
    public double MapScale => 1 / (1 - _settings.CnnOrLesson.Dropout);

    public double FeatureScale => 1 / (1 - _settings.CnnOrLesson.HeadDropout);

    /// <summary>Begins a series of masks: the same seed, the same masks, on the same kind of device.</summary>
    public void Seed(long seed)
    {
        if (_maps.device.type == DeviceType.CUDA)
        {
            // Uses the device's default generator: TorchSharp cannot create another on a GPU, and a recorded step uses it too.
            manual_seed(seed);
        }
        else if (_maps.dtype == ScalarType.Float32)
        {
            _processor = new MaskGenerator(seed);
        }
        else
        {
            _reference?.Dispose();
            _reference = SeededGenerator.Create(seed);
        }
    }

    /// <summary>Draws the masks of the next step, into the same memory as the last.</summary>
    /// <returns>(count x side x side) x 50, side 14 in the lesson's net, and count x 512.</returns>
    public (Tensor Maps, Tensor Features) Next(int count)
    {
        var maps = _maps.slice(0, 0, (long)count * _mapSize, 1);
        var features = _features.slice(0, 0, count, 1);
        Fill(maps, _settings.CnnOrLesson.Dropout);
        Fill(features, _settings.CnnOrLesson.HeadDropout);
        return (maps, features);
    }

    public void Dispose()
    {
        _maps.Dispose();
        _features.Dispose();
        _reference?.Dispose();
    }

    private void Fill(Tensor mask, double drop)
    {
        if (_processor is not null)
        {
            _processor.Fill(MemoryMarshal.Cast<byte, float>(mask.bytes), drop);
        }
        else
        {
            mask.bernoulli_(1 - drop, _reference);
        }
    }
}
