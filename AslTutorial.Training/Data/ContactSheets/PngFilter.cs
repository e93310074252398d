namespace AslTutorial.Training.Data.ContactSheets;

/// <summary>Chooses a filter for each row as the PNG specification suggests (12.7): the least sum of absolute differences.</summary>
internal sealed class PngFilter(int stride, int bytesPerPixel)
{
    private const byte None = 0;
    private const byte Sub = 1;
    private const byte Up = 2;

    private readonly byte[] _best = new byte[1 + stride];
    private readonly byte[] _tried = new byte[1 + stride];

    /// <summary>The filter's number and the filtered row; valid until the next call.</summary>
    /// <param name="row">One row.</param>
    /// <param name="above">The row above, or empty for the first.</param>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var (best, tried) = (_best, _tried);
        var least = long.MaxValue;
        for (var kind = None; kind <= Up; kind++)
        {
            var sum = Fill(tried, kind, row, above);
            if (sum < least)
            {
                least = sum;
                (best, tried) = (tried, best);
            }
        }

        return best;
    }

    private long Fill(byte[] target, byte kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        target[0] = kind;
        var sum = 0L;
        for (var x = 0; x < row.Length; x++)
        {
            var guess = kind switch
            {
                Sub when x >= bytesPerPixel => row[x - bytesPerPixel],
                Up when !above.IsEmpty => above[x],
                _ => 0,
            };
            var rest = (byte)(row[x] - guess);
            target[1 + x] = rest;
            sum += Math.Abs((int)(sbyte)rest);
        }

        return sum;
    }
}
