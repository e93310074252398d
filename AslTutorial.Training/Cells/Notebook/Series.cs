using AslTutorial.Training.Cells.Printing.Pandas;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>As much of pandas' Series as the lessons use: a column of whole numbers from 0 to 255.</summary>
internal sealed record Series(string Name, ReadOnlyMemory<byte> Values)
{
    public int Count => Values.Length;

    public ArrayShape Shape => new([Count]);

    public int Max()
    {
        var max = 0;
        foreach (var value in Values.Span)
        {
            max = Math.Max(max, value);
        }

        return max;
    }

    public int Min()
    {
        var min = (int)byte.MaxValue;
        foreach (var value in Values.Span)
        {
            min = Math.Min(min, value);
        }

        return min;
    }

    /// <summary>How many different values there are.</summary>
    public int CountUnique()
    {
        Span<bool> seen = stackalloc bool[byte.MaxValue + 1];
        seen.Clear();
        foreach (var value in Values.Span)
        {
            seen[value] = true;
        }

        return seen.Count(true);
    }

    /// <summary>A column of the same length, each value computed from this one's.</summary>
    public Series Select(Func<int, int> change)
    {
        var values = new byte[Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (byte)change(Values.Span[i]);
        }

        return new(Name, values);
    }

    /// <summary>The first values, all of them if there are fewer.</summary>
    public IEnumerable<long> Head(int count)
    {
        for (var row = 0; row < Math.Min(count, Count); row++)
        {
            yield return Values.Span[row];
        }
    }

    /// <summary>What Python prints.</summary>
    public override string ToString() => SeriesPrinter.Repr(Name, Count, row => Values.Span[row]);

    public NdArray ToNumpy() => new(Values, [Values.Length]);
}
