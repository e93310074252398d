namespace AslTutorial.Training.Cells.Printing;

/// <summary>
/// The part of an array that is printed. numpy and PyTorch agree on it: an array of more than 1000 elements is shortened
/// to the first and last three along every axis that has more than six.
/// </summary>
/// <param name="Shape">The whole array's shape.</param>
/// <param name="Type">The elements' type.</param>
/// <param name="Integers">The visible elements, row-major, if they are integers or booleans (0 and 1); else empty.</param>
/// <param name="Reals">The visible elements, row-major, if they are floating-point; else empty.</param>
internal sealed record Excerpt(long[] Shape, ElementType Type, long[] Integers, double[] Reals)
{
    public const int EdgeItems = 3;
    private const long Threshold = 1000;

    public bool IsReal => Type is ElementType.Float32 or ElementType.Float64;

    public long Size => SizeOf(Shape);

    /// <summary>Whether an ellipsis stands in that axis.</summary>
    public bool IsShortened(int axis) => IsShortened(Shape, axis);

    public static bool IsShortened(long[] shape, int axis) => SizeOf(shape) > Threshold && shape[axis] > 2 * EdgeItems;

    public static long SizeOf(long[] shape) => shape.Aggregate(1L, (size, length) => size * length);

    /// <summary>The row-major positions of the visible elements in the whole array.</summary>
    public static long[] Positions(long[] shape)
    {
        long[] positions = [0];
        for (var axis = 0; axis < shape.Length; axis++)
        {
            var length = shape[axis];
            var visible = IsShortened(shape, axis)
                ? [0, 1, 2, length - 3, length - 2, length - 1]
                : Enumerable.Range(0, (int)length).Select(i => (long)i).ToArray();
            positions = [.. positions.SelectMany(start => visible.Select(i => (start * length) + i))];
        }

        return positions;
    }

    /// <summary>The excerpt of an array in memory.</summary>
    /// <param name="data">All elements, row-major: bool, an integer type, float or double.</param>
    /// <exception cref="ArgumentException">The shape does not fit the data, or the type is none that can be printed.</exception>
    public static Excerpt Of<T>(ReadOnlySpan<T> data, params long[] shape)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Length, SizeOf(shape), nameof(data));
        var positions = Positions(shape);
        var visible = new T[positions.Length];
        for (var i = 0; i < visible.Length; i++)
        {
            visible[i] = data[(int)positions[i]];
        }

        return OfVisible(visible, shape);
    }

    /// <summary>The excerpt of an array whose visible elements have been picked already.</summary>
    public static Excerpt OfVisible<T>(T[] visible, long[] shape)
        where T : unmanaged => visible switch
        {
            bool[] flags => new(shape, ElementType.Bool, Array.ConvertAll(flags, flag => flag ? 1L : 0), []),
            // Arrays of signed and unsigned bytes match each other's patterns: compare the type itself.
            byte[] or sbyte[] when typeof(T) == typeof(byte) =>
                new(shape, ElementType.UInt8, Array.ConvertAll(visible, v => (long)(byte)(object)v), []),
            sbyte[] bytes => new(shape, ElementType.Int8, Array.ConvertAll(bytes, v => (long)v), []),
            short[] shorts => new(shape, ElementType.Int16, Array.ConvertAll(shorts, v => (long)v), []),
            int[] ints => new(shape, ElementType.Int32, Array.ConvertAll(ints, v => (long)v), []),
            long[] longs => new(shape, ElementType.Int64, longs, []),
            float[] floats => new(shape, ElementType.Float32, [], Array.ConvertAll(floats, v => (double)v)),
            double[] doubles => new(shape, ElementType.Float64, [], doubles),
            _ => throw new ArgumentException($"{typeof(T)} cannot be printed", nameof(visible)),
        };
}
