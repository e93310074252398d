using System.Globalization;
using AslTutorial.Training.Cells.Printing.Pandas;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// As much of pandas' DataFrame as the lesson uses, over images in memory: a column "label" and 784 columns "pixel1" to
/// "pixel784" of whole numbers from 0 to 255. Copies share what they hold; changing one leaves the others as they are.
/// </summary>
internal sealed class DataFrame
{
    private const string LabelName = "label";
    private const string PixelPrefix = "pixel";
    private const int LabelColumn = -1;

    private readonly ImageSet _images;
    private readonly List<int> _columns;
    private ReadOnlyMemory<byte> _labels;

    /// <param name="name">The variable that holds it in the listings.</param>
    public DataFrame(string name, ImageSet images)
        : this(name, images, images.Count, images.Labels, [.. Enumerable.Range(LabelColumn, 1 + ImageSet.PixelsPerImage)])
    {
    }

    private DataFrame(string name, ImageSet images, int count, ReadOnlyMemory<byte> labels, List<int> columns)
    {
        Name = name;
        _images = images;
        Count = count;
        _labels = labels;
        _columns = columns;
    }

    public string Name { get; }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Rows and columns.</summary>
    public ArrayShape Shape => new([Count, _columns.Count]);

    public Series this[string column]
    {
        get => ReadColumn(Find(column));
        set
        {
            if (Find(column) != LabelColumn)
            {
                throw new NotSupportedException("only the labels are ever written");
            }

            ArgumentOutOfRangeException.ThrowIfNotEqual(value.Values.Length, Count, nameof(value));
            _labels = value.Values;
        }
    }

    /// <summary>The first rows; all of them if there are fewer.</summary>
    public DataFrame Head(int rows = 5)
    {
        var count = Math.Min(rows, Count);
        return new(Name, _images, count, _labels[..count], [.. _columns]);
    }

    public DataFrame Copy() => new(Name, _images, Count, _labels, [.. _columns]);

    /// <summary>Takes a column out and returns it.</summary>
    /// <exception cref="PythonException">KeyError: there is none of that name.</exception>
    public Series Pop(Operand column)
    {
        try
        {
            var index = Find(column.AsColumn(name => IndexOf(name) is { } found && _columns.Contains(found)));
            _columns.Remove(index);
            return ReadColumn(index);
        }
        catch (PythonException error)
        {
            throw error.During(nameof(Pop));
        }
    }

    /// <summary>All values, int64, one row a row.</summary>
    public NdArray ToNumpy() => new(Gather(), Shape.Lengths);

    /// <summary>What Python prints of a table of a few rows.</summary>
    public override string ToString()
    {
        var values = Gather();
        return FramePrinter.Repr([.. _columns.Select(NameOf)], Count, (row, column) => values.Span[(row * _columns.Count) + column]);
    }

    private static string NameOf(int column) =>
        column == LabelColumn ? LabelName : PixelPrefix + (column + 1).ToString(CultureInfo.InvariantCulture);

    private static int? IndexOf(string name)
    {
        if (name == LabelName)
        {
            return LabelColumn;
        }

        // "pixel01" and "pixel+1" would parse as well, so the parsed number is written again and compared.
        return name.StartsWith(PixelPrefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(PixelPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= ImageSet.PixelsPerImage
            && name == PixelPrefix + number.ToString(CultureInfo.InvariantCulture)
                ? number - 1
                : null;
    }

    private static int Find(string name) => IndexOf(name) ?? throw new PythonException("KeyError", Printing.PythonText.Repr(name));

    private Series ReadColumn(int column)
    {
        if (column == LabelColumn)
        {
            return new(LabelName, _labels);
        }

        var values = new byte[Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = _images.Pixels[(row * ImageSet.PixelsPerImage) + column];
        }

        return new(NameOf(column), values);
    }

    private ReadOnlyMemory<byte> Gather()
    {
        if (_columns.Count == ImageSet.PixelsPerImage && !_columns.Contains(LabelColumn))
        {
            return _images.Pixels.AsMemory(0, Count * ImageSet.PixelsPerImage);
        }

        var values = new byte[Count * _columns.Count];
        for (var row = 0; row < Count; row++)
        {
            var target = values.AsSpan(row * _columns.Count, _columns.Count);
            var source = _images.Pixels.AsSpan(row * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = _columns[i] == LabelColumn ? _labels.Span[row] : source[_columns[i]];
            }
        }

        return values;
    }
}
