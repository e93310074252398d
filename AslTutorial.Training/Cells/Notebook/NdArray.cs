using System.Globalization;
using System.Numerics;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Cells.Printing.Numpy;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// As much of numpy's ndarray as the lessons use: int64 from bytes, or float64 once it is divided. The numbers are kept as
/// the bytes they came from, with a table of what each byte stands for: a table of 27,455 images is neither copied nor grows
/// eightfold, and arithmetic with one number changes the table alone.
/// </summary>
internal sealed class NdArray
{
    private readonly ReadOnlyMemory<byte> _values;
    private readonly ByteTable _table;

    public NdArray(ReadOnlyMemory<byte> values, long[] shape)
        : this(values, shape, ByteTable.Plain)
    {
    }

    private NdArray(ReadOnlyMemory<byte> values, long[] shape, ByteTable table)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Excerpt.SizeOf(shape), nameof(values));
        _values = values;
        _table = table;
        Shape = new(shape);
    }

    public ArrayShape Shape { get; }

    /// <summary>The values before any arithmetic, row-major.</summary>
    public ReadOnlyMemory<byte> Bytes => _values;

    /// <summary>Whether it holds float64.</summary>
    public bool IsReal => _table.IsReal;

    /// <summary>True division, which makes float64 of int64.</summary>
    public static NdArray operator /(NdArray array, int divisor) => array.Apply("/", divisor);

    /// <summary>Every element and one number, as Python's operator has it.</summary>
    /// <exception cref="PythonException">What numpy raises.</exception>
    /// <exception cref="Engine.CellFaultException">Python would take the value, and it is not simulated.</exception>
    public NdArray Apply(string sign, Operand value) => new(_values, Shape.Lengths, _table.Apply(sign, value.AsNumber()));

    /// <summary>The element at a row-major position.</summary>
    public double ElementAt(long position) => _table.Values[_values.Span[(int)position]];

    /// <summary>The least element, an integer or a real number as the array's are.</summary>
    public CellValue Min() => _table.Of(Present().Min());

    /// <summary>The greatest element, an integer or a real number as the array's are.</summary>
    public CellValue Max() => _table.Of(Present().Max());

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

        return new(_values, [.. asked.Select(length => (long)(length < 0 ? _values.Length / known : length))], _table);
    }

    /// <summary>What Python prints.</summary>
    public override string ToString()
    {
        var shape = Shape.Lengths;
        var positions = Excerpt.Positions(shape);
        return NumpyPrinter.Repr(IsReal
            ? Excerpt.OfVisible(Array.ConvertAll(positions, ElementAt), shape)
            : Excerpt.OfVisible(Array.ConvertAll(positions, position => (long)ElementAt(position)), shape));
    }

    /// <summary>Each number that is there, once.</summary>
    private List<double> Present()
    {
        var seen = new bool[ByteTable.Size];
        foreach (var value in _values.Span)
        {
            seen[value] = true;
        }

        return [.. _table.Values.Where((_, value) => seen[value])];
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
