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

    /// <param name="pose">The letter's.</param>
    /// <param name="person">Who holds the hand.</param>
    /// <param name="habits">How this person shows this letter.</param>
    /// <param name="random">How this one time differs.</param>
    public static Shot Take(HandPose pose, Person person, SplitMix habits, ref SplitMix random)
    {
        var light = person.Light + (new Vec3(random.Bell(), random.Bell(), 0) * .25f);
        var (habitX, habitY) = (person.Shift.X + (habits.Bell() * 2.5f), person.Shift.Y + (habits.Bell() * 2.5f));
        return new Shot
        {
            View = new Rotation(
                pose.Yaw + person.Turn.X + (habits.Bell() * 8) + (random.Bell() * 6),
                pose.Pitch + person.Turn.Y + (habits.Bell() * 8) + (random.Bell() * 5),
                pose.Roll + person.Turn.Z + (habits.Bell() * 8) + (random.Bell() * 6)),
            Fit = 25.5f * person.Zoom * random.Between(.95f, 1.04f),
            Shift = (habitX + (random.Bell() * 1.5f), habitY + (random.Bell() * 1.5f)),
            Distance = random.Between(5, 9),
            Light = light.Normal(),
            Ambient = person.Ambient,
            Strength = random.Between(.5f, .85f),
            Contrast = random.Between(.88f, 1.1f),
            Brightness = random.Between(-.05f, .05f),
            Blur = random.Between(0, .5f),
            Noise = random.Between(.4f, 2.4f),
        };
    }
}
