namespace AslTutorial.Training.Data.Synthetic;

/// <summary>A depth buffer with the surface's direction at each sample: what the camera sees before it is lit.</summary>
internal sealed class Canvas
{
    /// <summary>Samples a pixel, each way.</summary>
    public const int Samples = 3;

    public const int Side = ImageSet.Side * Samples;

    /// <summary>Farther than anything that is drawn.</summary>
    public const float Nothing = -1000;

    /// <summary>Distance to the camera at each sample, in pixels, growing towards it.</summary>
    public float[] Depth { get; } = new float[Side * Side];

    public Vec3[] Normal { get; } = new Vec3[Side * Side];

    public HandPart[] Part { get; } = new HandPart[Side * Side];

    public void Clear()
    {
        Array.Fill(Depth, Nothing);
        Array.Clear(Part);
    }

    /// <summary>Draws a bone as the balls that roll along it: at each sample the one whose middle is nearest in the picture.</summary>
    public void Draw(in Bone bone)
    {
        var (a, b) = (bone.A, bone.B);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var square = (dx * dx) + (dy * dy);
        var inverse = square > 1e-6f ? 1 / square : 0;
        var frontAtB = b.Z > a.Z;
        var x0 = First(Math.Min(a.X - bone.RadiusA, b.X - bone.RadiusB));
        var x1 = Last(Math.Max(a.X + bone.RadiusA, b.X + bone.RadiusB));
        var y0 = First(Math.Min(a.Y - bone.RadiusA, b.Y - bone.RadiusB));
        var y1 = Last(Math.Max(a.Y + bone.RadiusA, b.Y + bone.RadiusB));
        for (var row = y0; row <= y1; row++)
        {
            var y = Place(row);
            for (var column = x0; column <= x1; column++)
            {
                var x = Place(column);
                var t = Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) * inverse, 0, 1);
                Ball(bone, t, row, column, x, y);

                // A bone that points at the camera hides behind its own front ball.
                if (square < bone.RadiusA * bone.RadiusA * 4)
                {
                    Ball(bone, frontAtB ? 1 : 0, row, column, x, y);
                }
            }
        }
    }

    private void Ball(in Bone bone, float t, int row, int column, float x, float y)
    {
        var radius = bone.RadiusA + ((bone.RadiusB - bone.RadiusA) * t);
        var middle = Vec3.Between(bone.A, bone.B, t);
        var (nx, ny) = (x - middle.X, y - middle.Y);
        var rest = (radius * radius) - (nx * nx) - (ny * ny);
        if (rest <= 0)
        {
            return;
        }

        var height = MathF.Sqrt(rest);
        var depth = middle.Z + height;
        var i = (row * Side) + column;
        if (depth > Depth[i])
        {
            Depth[i] = depth;
            Part[i] = bone.Part;
            var inverse = 1 / radius;
            Normal[i] = new Vec3(nx * inverse, -ny * inverse, height * inverse);
        }
    }

    /// <summary>The middle of a sample, in pixels.</summary>
    private static float Place(int sample) => (sample + .5f) * (1f / Samples);

    private static int First(float pixels) => Math.Clamp((int)(pixels * Samples) - 1, 0, Side);

    private static int Last(float pixels) => Math.Clamp((int)(pixels * Samples) + 1, -1, Side - 1);
}
