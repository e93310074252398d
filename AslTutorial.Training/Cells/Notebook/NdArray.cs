using System.Globalization;
using System.Numerics;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Cells.Printing.Numpy;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// As much of numpy's ndarray as the lesson uses: int64, or float64 once divided. The numbers are kept as the bytes they
/// came from, so a table of 27,455 images is neither copied nor grows eightfold.
/// </summary>
internal sealed class NdArray
{
    private readonly ReadOnlyMemory<byte> _values;
    private readonly int? _divisor;

    public NdArray(ReadOnlyMemory<byte> values, long[] shape, int? divisor = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Excerpt.SizeOf(shape), nameof(values));
        _values = values;
        _divisor = divisor;
        Shape = new(shape);
    }

    public ArrayShape Shape { get; }

    /// <summary>The values before the division, row-major.</summary>
    public ReadOnlyMemory<byte> Bytes => _values;

    /// <summary>Whether it holds float64.</summary>
    public bool IsReal => _divisor is not null;

    /// <summary>True division, which makes float64 of int64.</summary>
    public static NdArray operator /(NdArray array, int divisor) => array._divisor is null
        ? new(array._values, array.Shape.Lengths, divisor)
        : throw new NotSupportedException("an array is divided once in this lesson");

    /// <summary>The element at a row-major position.</summary>
    public double ElementAt(long position) => _values.Span[(int)position] / (double)(_divisor ?? 1);

    /// <summary>The same numbers in another shape; -1 stands for what is left over.</summary>
    /// <exception cref="PythonException">ValueError or TypeError, in numpy's words.</exception>
    public NdArray Reshape(params Operand[] lengths)
    {
        BigInteger[] asked;
        try
        {
            asked = Array.ConvertAll(lengths, length => length.AsIndex());
        }
        catch (PythonException error)
        {
            throw error.During(nameof(Reshape));
        }

        if (asked.Count(length => length < 0) > 1)
        {
            throw new PythonException("ValueError", "can only specify one unknown dimension").During(nameof(Reshape));
        }

        var known = asked.Where(length => length >= 0).Aggregate(BigInteger.One, (size, length) => size * length);
        var unknown = Array.FindIndex(asked, length => length < 0);
        var fits = unknown < 0 ? known == _values.Length : known > 0 && _values.Length % known == 0;
        if (!fits)
        {
            throw new PythonException("ValueError", $"cannot reshape array of size {_values.Length} into shape {Describe(asked)}")
                .During(nameof(Reshape));
        }

        return new(_values, [.. asked.Select(length => (long)(length < 0 ? _values.Length / known : length))], _divisor);
    }

    /// <summary>What Python prints.</summary>
    public override string ToString()
    {
        var shape = Shape.Lengths;
        var positions = Excerpt.Positions(shape);
        return NumpyPrinter.Repr(IsReal
            ? Excerpt.OfVisible(Array.ConvertAll(positions, ElementAt), shape)
            : Excerpt.OfVisible(Array.ConvertAll(positions, position => (long)_values.Span[(int)position]), shape));
    }

    /// <summary>numpy leaves out unknown lengths at the front and calls others newaxis.</summary>
    private static string Describe(BigInteger[] lengths)
    {
        var shown = lengths.SkipWhile(length => length < 0)
            .Select(length => length < 0 ? "newaxis" : length.ToString(CultureInfo.InvariantCulture))
            .ToList();
        return shown.Count == 1 ? $"({shown[0]},)" : $"({string.Join(',', shown)})";
    }
}
