namespace AslTutorial.Web.Lessons.Dense;

/// <summary>The hand shifted inside its frame; pixels from beyond an edge repeat the edge.</summary>
internal sealed class MovedHand
{
    public const int Side = 28;

    private readonly int[] _bytes;

    /// <param name="right">Pixels to the right, negative to the left.</param>
    /// <param name="down">Pixels down, negative up.</param>
    public MovedHand(IReadOnlyList<byte> hand, int right, int down)
    {
        _bytes = [.. Enumerable.Range(0, Side * Side).Select(at => (int)hand[(Inside((at / Side) - down) * Side) + Inside((at % Side) - right)])];
        Pixels = Array.ConvertAll(_bytes, value => value / 255.0);
    }

    /// <summary>Between 0 and 1, row-major.</summary>
    public IReadOnlyList<double> Pixels { get; }

    /// <summary>How many pixels differ from those of another hand.</summary>
    public int CountChanged(MovedHand other) => _bytes.Zip(other._bytes).Count(pair => pair.First != pair.Second);

    private static int Inside(int at) => Math.Clamp(at, 0, Side - 1);
}
