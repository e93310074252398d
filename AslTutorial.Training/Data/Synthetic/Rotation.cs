namespace AslTutorial.Training.Data.Synthetic;

/// <summary>How the hand is turned towards the camera: first about its own long axis, then back and forth, then in the picture.</summary>
internal readonly struct Rotation
{
    private readonly Vec3 _x;
    private readonly Vec3 _y;
    private readonly Vec3 _z;

    /// <param name="yaw">Degrees about the vertical: positive turns the palm to the picture's right.</param>
    /// <param name="pitch">Degrees about the horizontal: positive tilts the fingertips to the camera.</param>
    /// <param name="roll">Degrees in the picture: positive is counter-clockwise.</param>
    public Rotation(float yaw, float pitch, float roll)
    {
        _x = Turn(new Vec3(1, 0, 0), yaw, pitch, roll);
        _y = Turn(new Vec3(0, 1, 0), yaw, pitch, roll);
        _z = Turn(new Vec3(0, 0, 1), yaw, pitch, roll);
    }

    public Vec3 Apply(Vec3 v) => (_x * v.X) + (_y * v.Y) + (_z * v.Z);

    private static Vec3 Turn(Vec3 v, float yaw, float pitch, float roll)
    {
        var (s, c) = (Trig.Sin(yaw), Trig.Cos(yaw));
        v = new Vec3((c * v.X) + (s * v.Z), v.Y, (c * v.Z) - (s * v.X));
        (s, c) = (Trig.Sin(pitch), Trig.Cos(pitch));
        v = new Vec3(v.X, (c * v.Y) - (s * v.Z), (c * v.Z) + (s * v.Y));
        (s, c) = (Trig.Sin(roll), Trig.Cos(roll));
        return new Vec3((c * v.X) - (s * v.Y), (c * v.Y) + (s * v.X), v.Z);
    }
}
