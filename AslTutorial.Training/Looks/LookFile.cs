using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Looks;

/// <summary>A look's answer in the making: named tensors.</summary>
internal sealed class LookFile
{
    private readonly Dictionary<string, TensorData> _tensors = new(StringComparer.Ordinal);

    public LookFile Add(string name, Tensor tensor)
    {
        _tensors[name] = NetFile.Export(tensor);
        return this;
    }

    /// <summary>A vector.</summary>
    public LookFile Add(string name, params ReadOnlySpan<float> numbers)
    {
        _tensors[name] = TensorData.Of(TensorType.F32, [numbers.Length], numbers);
        return this;
    }

    /// <summary>A vector.</summary>
    public LookFile Add(string name, params ReadOnlySpan<int> numbers)
    {
        _tensors[name] = TensorData.Of(TensorType.I32, [numbers.Length], numbers);
        return this;
    }

    public LookFile Add(string name, byte[] bytes, params long[] shape)
    {
        _tensors[name] = new(TensorType.U8, shape, bytes);
        return this;
    }

    /// <summary>Maps as bytes, each scaled on its own: a value is min + byte / 255 * (max - min); the pairs stand in name.range.</summary>
    /// <param name="maps">float32, channels x height x width.</param>
    public LookFile AddScaled(string name, Tensor maps)
    {
        var shape = maps.shape;
        var values = Numbers(maps);
        var (channels, size) = ((int)shape[0], (int)(shape[1] * shape[2]));
        var bytes = new byte[values.Length];
        var ranges = new float[channels * 2];
        for (var channel = 0; channel < channels; channel++)
        {
            var map = values.AsSpan(channel * size, size);
            var (min, max) = Range(map);
            (ranges[channel * 2], ranges[(channel * 2) + 1]) = (min, max);
            var scale = max > min ? byte.MaxValue / (max - min) : 0;
            for (var i = 0; i < size; i++)
            {
                bytes[(channel * size) + i] = (byte)MathF.Round((map[i] - min) * scale);
            }
        }

        _tensors[name] = new(TensorType.U8, shape, bytes);
        _tensors[$"{name}.range"] = TensorData.Of<float>(TensorType.F32, [channels, 2], ranges);
        return this;
    }

    public byte[] Write() => SafeTensorsWriter.Write(new(_tensors, new Dictionary<string, string>()));

    /// <summary>A float32 tensor's numbers, row-major.</summary>
    public static float[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return MemoryMarshal.Cast<byte, float>(tensor.contiguous().bytes).ToArray();
    }

    private static (float Min, float Max) Range(ReadOnlySpan<float> values)
    {
        var (min, max) = (values[0], values[0]);
        foreach (var value in values)
        {
            min = MathF.Min(min, value);
            max = MathF.Max(max, value);
        }

        return (min, max);
    }
}
