namespace AslTutorial.Training.Cells.Notebook;

/// <summary>As much of pandas' Series as the lesson uses: a column of whole numbers from 0 to 255.</summary>
internal sealed record Series(ReadOnlyMemory<byte> Values)
{
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

        return new(values);
    }

    public NdArray ToNumpy() => new(Values, [Values.Length]);
}
