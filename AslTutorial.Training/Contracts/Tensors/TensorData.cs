using System.Runtime.InteropServices;

namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>A tensor's numbers, row-major, little-endian.</summary>
/// <param name="Type">The type of a number.</param>
/// <param name="Shape">Outermost first; empty for a scalar.</param>
/// <param name="Bytes">The numbers.</param>
public sealed record TensorData(TensorType Type, long[] Shape, ReadOnlyMemory<byte> Bytes)
{
    public static TensorData Of<T>(TensorType type, long[] shape, ReadOnlySpan<T> numbers)
        where T : unmanaged => new(type, shape, MemoryMarshal.AsBytes(numbers).ToArray());

    public static int SizeOf(TensorType type) => type switch
    {
        TensorType.U8 => 1,
        TensorType.F32 or TensorType.I32 => 4,
        _ => 8,
    };

    public ReadOnlySpan<T> Numbers<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes.Span);
}

/// <summary>The number types used here, by their names in the file format.</summary>
public enum TensorType
{
    F32,
    F64,
    I32,
    I64,
    U8,
}
