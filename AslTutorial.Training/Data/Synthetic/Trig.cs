namespace AslTutorial.Training.Data.Synthetic;

/// <summary>
/// Sine and cosine from additions and multiplications alone. Those are exact to the last bit on every machine (IEEE 754);
/// MathF.Sin calls the C library of the operating system, which is not.
/// </summary>
internal static class Trig
{
    private const double FullTurn = 360;
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>The sine of an angle in degrees, to about 1e-7.</summary>
    public static float Sin(float degrees)
    {
        // Down to a quarter turn either way, where the Taylor series to x^13 is off by less than 1e-9.
        var turn = degrees - (FullTurn * Math.Floor((degrees / FullTurn) + 0.5));
        var folded = turn > 90 ? 180 - turn : turn < -90 ? -180 - turn : turn;
        var x = folded * RadiansPerDegree;
        var y = x * x;
        var sum = 1 - (y / 156);
        sum = 1 - (y / 110 * sum);
        sum = 1 - (y / 72 * sum);
        sum = 1 - (y / 42 * sum);
        sum = 1 - (y / 20 * sum);
        return (float)(x * (1 - (y / 6 * sum)));
    }

    /// <summary>The cosine of an angle in degrees, to about 1e-7.</summary>
    public static float Cos(float degrees) => Sin(degrees + 90);
}
