namespace AslTutorial.Training.Data.Synthetic;

/// <summary>How one picture is taken: the person's habits, and chance.</summary>
internal readonly record struct Shot
{
    public required Rotation View { get; init; }

    /// <summary>Pixels of the picture that the longer side of the hand takes.</summary>
    public required float Fit { get; init; }

    /// <summary>How far the hand is off the middle, in pixels.</summary>
    public required (float X, float Y) Shift { get; init; }

    /// <summary>Distance of the camera, in palms.</summary>
    public required float Distance { get; init; }

    /// <summary>A unit vector to the light.</summary>
    public required Vec3 Light { get; init; }

    public required float Ambient { get; init; }

    /// <summary>How strong the directed light is.</summary>
    public required float Strength { get; init; }

    public required float Contrast { get; init; }

    public required float Brightness { get; init; }

    /// <summary>From 0, sharp, to 1: the share of the light that spreads to the neighbours.</summary>
    public required float Blur { get; init; }

    /// <summary>The standard deviation of the noise, in grey levels.</summary>
    public required float Noise { get; init; }

    public static Shot Take(HandPose pose, Person person, ref SplitMix random)
    {
        var light = person.Light + (new Vec3(random.Bell(), random.Bell(), 0) * .35f);
        return new Shot
        {
            View = new Rotation(
                pose.Yaw + person.Turn.X + (random.Bell() * 16),
                pose.Pitch + person.Turn.Y + (random.Bell() * 14),
                pose.Roll + person.Turn.Z + (random.Bell() * 18)),
            Fit = 23.5f * person.Zoom * random.Between(.8f, 1.06f),
            Shift = (random.Bell() * 4, random.Bell() * 4),
            Distance = random.Between(5, 9),
            Light = light.Normal(),
            Ambient = person.Ambient,
            Strength = random.Between(.5f, .85f),
            Contrast = random.Between(.7f, 1.15f),
            Brightness = random.Between(-.1f, .1f),
            Blur = random.Between(0, .55f),
            Noise = random.Between(.5f, 4.5f),
        };
    }
}
