using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>The numbers of a contiguous tensor of the CPU, read and written without a call into libtorch.</summary>
/// <remarks>The tensor has to be kept alive, and stays where it is.</remarks>
internal readonly unsafe struct TensorNumbers
{
    private readonly void* _address;
    private readonly ScalarType _type;

    public TensorNumbers(Tensor tensor)
    {
        _type = tensor.dtype;
        fixed (byte* address = tensor.bytes)
        {
            _address = address;
        }
    }

    public double this[long i]
    {
        get => _type switch
        {
            ScalarType.Float32 => ((float*)_address)[i],
            ScalarType.Float64 => ((double*)_address)[i],
            _ => ((long*)_address)[i],
        };
        set
        {
            switch (_type)
            {
                case ScalarType.Float32:
                    ((float*)_address)[i] = (float)value;
                    break;
                case ScalarType.Float64:
                    ((double*)_address)[i] = value;
                    break;
                default:
                    ((long*)_address)[i] = (long)value;
                    break;
            }
        }
    }

    /// <summary>A part of a float64 tensor's numbers.</summary>
    public Span<double> Slice(int start, int length) => new((double*)_address + start, length);
}
