namespace AslTutorial.Training.Data.Synthetic;

/// <summary>What is behind the hand: a wall with a gradient, and in some rooms an edge such as a door or a table.</summary>
/// <param name="Wall">Brightness of the wall in the middle, 0 to 1.</param>
/// <param name="Slope">Change of brightness over the picture, to the right and up.</param>
/// <param name="Edge">Where the second surface begins, in pictures from the left or the bottom; 0 is none.</param>
/// <param name="EdgeTilt">How slanted the edge is.</param>
/// <param name="EdgeIsTable">The edge runs along the bottom, not along the left side.</param>
/// <param name="EdgeShade">How much darker the second surface is.</param>
internal readonly record struct Room(float Wall, (float X, float Y) Slope, float Edge, float EdgeTilt, bool EdgeIsTable, float EdgeShade)
{
    /// <summary>Invents a room whose wall is clearly lighter or darker than the skin before it, as people choose theirs.</summary>
    public static Room Enter(float skin, ref SplitMix random) => new(
        skin > .58f ? skin - random.Between(.2f, .4f) : skin + random.Between(.2f, .42f),
        (random.Between(-.2f, .2f), random.Between(-.16f, .2f)),
        random.Below(5) < 2 ? random.Between(.08f, .24f) : 0,
        random.Between(-.12f, .12f),
        random.Below(2) == 0,
        random.Between(.1f, .34f));

    /// <summary>Brightness at a place of the picture, both coordinates from 0 to 1, y upwards.</summary>
    public float At(float x, float y)
    {
        var wall = Wall + (Slope.X * (x - .5f)) + (Slope.Y * (y - .5f));
        var beyond = EdgeIsTable ? Edge + (EdgeTilt * (x - .5f)) - y : Edge + (EdgeTilt * (y - .5f)) - x;
        return Edge > 0 ? wall - (EdgeShade * Math.Clamp((beyond * ImageSet.Side) + .5f, 0, 1)) : wall;
    }
}
