namespace AslTutorial.Training.Data.Synthetic;

/// <summary>Turns what the camera sees into brightness: skin and cloth, light and shadow, darker where fingers meet.</summary>
internal static class Lighting
{
    private const int ShadowSteps = 5;
    private const float ShadowStep = .7f;
    private const float ShadowDepth = .42f;
    private const float CreaseDepth = .62f;

    // Around a sample, in samples: near ones for the line between two fingers, far ones for hollows.
    private static readonly (int X, int Y)[] Around = [(2, 0), (-2, 0), (0, 2), (0, -2), (4, 4), (-4, 4), (4, -4), (-4, -4)];

    /// <summary>Lights the hand before the room and averages the samples of each pixel.</summary>
    /// <param name="canvas">Drawn.</param>
    /// <param name="person">Skin, sleeve and room.</param>
    /// <param name="shot">The light.</param>
    /// <param name="picture">Gets 28 x 28 brightnesses, about 0 to 1, and may exceed them.</param>
    public static void Develop(Canvas canvas, Person person, in Shot shot, Span<float> picture)
    {
        const float share = 1f / (Canvas.Samples * Canvas.Samples);
        for (var y = 0; y < ImageSet.Side; y++)
        {
            for (var x = 0; x < ImageSet.Side; x++)
            {
                var room = person.Room.At((x + .5f) / ImageSet.Side, 1 - ((y + .5f) / ImageSet.Side));
                var sum = 0f;
                for (var s = 0; s < Canvas.Samples * Canvas.Samples; s++)
                {
                    var column = (x * Canvas.Samples) + (s % Canvas.Samples);
                    var row = (y * Canvas.Samples) + (s / Canvas.Samples);
                    sum += canvas.Part[(row * Canvas.Side) + column] == HandPart.None ? room : Surface(canvas, row, column, person, shot);
                }

                picture[(y * ImageSet.Side) + x] = sum * share;
            }
        }
    }

    private static float Surface(Canvas canvas, int row, int column, Person person, in Shot shot)
    {
        var i = (row * Canvas.Side) + column;
        var part = canvas.Part[i];
        var normal = canvas.Normal[i];
        var color = part switch
        {
            HandPart.Sleeve => person.Sleeve,
            HandPart.Palm => person.Skin + person.PalmLift,
            _ => person.Skin,
        };
        if (part is HandPart.Palm or HandPart.Forearm)
        {
            // Flesh evens out what the bones of palm and arm would show.
            normal = new Vec3(normal.X * .6f, normal.Y * .6f, normal.Z + .5f).Normal();
        }

        var direct = Math.Max(0, (normal.X * shot.Light.X) + (normal.Y * shot.Light.Y) + (normal.Z * shot.Light.Z));
        var shadow = 1 - (ShadowDepth * Shadow(canvas, row, column, shot.Light));
        var crease = 1 - (CreaseDepth * Crease(canvas, row, column));
        var edge = .62f + (.38f * normal.Z);
        return color * edge * crease * (shot.Ambient + (shot.Strength * direct * shadow));
    }

    private static float Shadow(Canvas canvas, int row, int column, Vec3 light)
    {
        var depth = canvas.Depth[(row * Canvas.Side) + column];
        var darkest = 0f;
        for (var step = 1; step <= ShadowSteps; step++)
        {
            var way = step * ShadowStep;
            var x = column + (int)MathF.Floor((light.X * way * Canvas.Samples) + .5f);
            var y = row - (int)MathF.Floor((light.Y * way * Canvas.Samples) + .5f);
            if ((uint)x >= Canvas.Side || (uint)y >= Canvas.Side)
            {
                break;
            }

            darkest = Math.Max(darkest, canvas.Depth[(y * Canvas.Side) + x] - (depth + (light.Z * way) + .25f));
        }

        return Math.Clamp(darkest * .7f, 0, 1);
    }

    private static float Crease(Canvas canvas, int row, int column)
    {
        var depth = canvas.Depth[(row * Canvas.Side) + column];
        var sum = 0f;
        foreach (var (dx, dy) in Around)
        {
            var (x, y) = (column + dx, row + dy);
            if ((uint)x < Canvas.Side && (uint)y < Canvas.Side)
            {
                sum += Math.Clamp((canvas.Depth[(y * Canvas.Side) + x] - depth - .25f) * .5f, 0, 1);
            }
        }

        return sum * (1f / 8);
    }
}
