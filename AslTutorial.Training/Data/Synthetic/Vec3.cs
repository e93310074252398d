namespace AslTutorial.Training.Data.Synthetic;

/// <summary>
/// A vector of three floats. System.Numerics.Vector3 sums in an order that depends on the processor, and one bit
/// would be another picture; here every sum is written out.
/// </summary>
internal readonly record struct Vec3(float X, float Y, float Z)
{
    public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vec3 operator -(Vec3 a, Vec3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vec3 operator *(Vec3 a, float k) => new(a.X * k, a.Y * k, a.Z * k);

    public float Length() => MathF.Sqrt((X * X) + (Y * Y) + (Z * Z));

    public Vec3 Normal() => this * (1 / Length());

    public static Vec3 Between(Vec3 a, Vec3 b, float t) => a + ((b - a) * t);
}
