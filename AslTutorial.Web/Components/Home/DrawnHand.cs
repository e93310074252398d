namespace AslTutorial.Web.Components.Home;

/// <summary>
/// Draws the letter V as a 28 x 28 grayscale picture, the size of the data set's: fingers and palm are capsules with the shading of
/// round bodies, on a plain background.
/// </summary>
internal static class DrawnHand
{
    public const int Side = 28;

    private const double Ground = 0.16;
    private const double RimLight = 0.45;

    /// <summary>Capsules: start, end (x right, y down, in pixels) and radius; later ones are in front.</summary>
    private static readonly (double X1, double Y1, double X2, double Y2, double Radius)[] Limbs =
    [
        (14.0, 27.5, 14.0, 21.0, 4.3),
        (11.6, 16.5, 8.6, 4.2, 2.0),
        (15.4, 16.5, 19.4, 4.0, 2.0),
        (12.0, 18.6, 16.6, 18.8, 5.0),
        (18.2, 15.4, 18.0, 18.6, 2.1),
        (20.6, 17.2, 19.8, 20.0, 1.8),
        (9.4, 21.0, 16.4, 17.6, 1.9),
    ];

    /// <summary>Brightness from 0 to 1, row-major.</summary>
    public static float[] Pixels { get; } = Draw();

    private static float[] Draw()
    {
        var pixels = new float[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                pixels[(y * Side) + x] = (float)Shade(x + 0.5, y + 0.5);
            }
        }

        return pixels;
    }

    private static double Shade(double x, double y)
    {
        var shade = Ground;
        foreach (var limb in Limbs)
        {
            var away = Distance(x, y, limb) / limb.Radius;
            // A soft edge of one pixel; a round body is brightest along its axis.
            var cover = Math.Clamp(((1 - away) * limb.Radius) + 0.5, 0, 1);
            var light = RimLight + ((1 - RimLight) * Math.Sqrt(Math.Max(0, 1 - (away * away))));
            shade += cover * (light - shade);
        }

        return Math.Clamp(shade, 0, 1);
    }

    private static double Distance(double x, double y, (double X1, double Y1, double X2, double Y2, double Radius) limb)
    {
        var (dx, dy) = (limb.X2 - limb.X1, limb.Y2 - limb.Y1);
        var along = Math.Clamp((((x - limb.X1) * dx) + ((y - limb.Y1) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return double.Hypot(x - limb.X1 - (along * dx), y - limb.Y1 - (along * dy));
    }
}
