namespace AslTutorial.Training.Data.Synthetic;

/// <summary>Somebody who signs before a camera: the hand, the sleeve, the room, and habits. Lengths are in palms.</summary>
internal sealed record Person
{
    private const ulong Stream = 1;

    /// <summary>Which one: a person looks the same in every picture.</summary>
    public required int Id { get; init; }

    public required float FingerLength { get; init; }

    public required float Thickness { get; init; }

    public required float PalmWidth { get; init; }

    public required float ThumbLength { get; init; }

    /// <summary>How much light the skin gives back, 0 to 1.</summary>
    public required float Skin { get; init; }

    /// <summary>How much lighter the palm is than the back of the hand.</summary>
    public required float PalmLift { get; init; }

    /// <summary>Where the sleeve begins, from the wrist down; beyond 1.5 it is out of the picture.</summary>
    public required float SleeveStart { get; init; }

    public required float Sleeve { get; init; }

    /// <summary>How the hand is usually held, in degrees on top of the letter's own.</summary>
    public required Vec3 Turn { get; init; }

    /// <summary>How much of the picture the hand usually takes.</summary>
    public required float Zoom { get; init; }

    /// <summary>How far off the middle the hand usually is, in pixels.</summary>
    public required (float X, float Y) Shift { get; init; }

    /// <summary>Where the light usually comes from: x to the right, y up, z from the camera.</summary>
    public required Vec3 Light { get; init; }

    public required float Ambient { get; init; }

    public required Room Room { get; init; }

    /// <summary>Invents a person.</summary>
    /// <param name="seed">The data set's.</param>
    /// <param name="id">Different numbers are different people.</param>
    public static Person Meet(ulong seed, int id)
    {
        var random = SplitMix.For(seed, Stream, (ulong)id);
        var skin = random.Between(.38f, .86f);
        return new Person
        {
            Id = id,
            FingerLength = random.Between(.9f, 1.1f),
            Thickness = random.Between(.88f, 1.16f),
            PalmWidth = random.Between(.92f, 1.1f),
            ThumbLength = random.Between(.93f, 1.08f),
            Skin = skin,
            PalmLift = random.Between(.02f, .14f),
            SleeveStart = random.Between(.05f, 2.2f),
            Sleeve = random.Between(.06f, .85f),
            Turn = new Vec3(random.Bell() * 14, random.Bell() * 12, random.Bell() * 14),
            Zoom = random.Between(.84f, 1.03f),
            Shift = (random.Bell() * 4, random.Bell() * 4),
            Light = new Vec3(random.Between(-.9f, .9f), random.Between(-.1f, .9f), random.Between(.55f, 1)),
            Ambient = random.Between(.3f, .55f),
            Room = Room.Enter(skin, ref random),
        };
    }

    /// <summary>Where this person's habits for a letter come from: always the same numbers.</summary>
    public (SplitMix Pose, SplitMix Shot) HabitsFor(ulong seed, int letter)
    {
        var index = ((ulong)Id << 8) | (uint)letter;
        return (SplitMix.For(seed, Stream + 1, index), SplitMix.For(seed, Stream + 2, index));
    }
}
