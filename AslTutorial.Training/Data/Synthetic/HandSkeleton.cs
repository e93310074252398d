namespace AslTutorial.Training.Data.Synthetic;

/// <summary>
/// A posed hand as a set of bones. The palm's coordinates: the wrist is the origin, y points to the knuckles, which are
/// one unit away, x to the thumb, z out of the palm. Proportions are those of an average adult hand.
/// </summary>
internal sealed class HandSkeleton
{
    public const int FingerCount = 4;

    /// <summary>Bones of hand and arm together.</summary>
    public const int BoneCount = (FingerCount * 4) + 4 + 4;

    private static readonly Vec3[] Knuckles = [new(.34f, .97f, 0), new(.115f, 1, .02f), new(-.11f, .95f, .01f), new(-.32f, .85f, -.02f)];
    private static readonly Vec3[] Lengths = [new(.47f, .28f, .23f), new(.51f, .31f, .24f), new(.47f, .29f, .24f), new(.37f, .22f, .21f)];
    private static readonly float[] Radii = [.118f, .121f, .115f, .102f];
    private static readonly Vec3 ThumbBase = new(.25f, .2f, .08f);

    private readonly Bone[] _bones = new Bone[BoneCount];
    private readonly Vec3[] _tips = new Vec3[FingerCount];
    private int _count;

    public ReadOnlySpan<Bone> Bones => _bones.AsSpan(0, _count);

    /// <summary>Poses the hand for a picture.</summary>
    /// <param name="pose">The letter.</param>
    /// <param name="person">Proportions, sleeve.</param>
    /// <param name="habits">How this person forms this letter.</param>
    /// <param name="random">How this one time differs.</param>
    public void Pose(HandPose pose, Person person, SplitMix habits, ref SplitMix random)
    {
        _count = 0;
        for (var finger = 0; finger < FingerCount; finger++)
        {
            AddFinger(finger, Loosen(pose.Finger(finger), ref habits, 7, 3).With(ref random), person, ref habits);
        }

        AddThumb(pose.Thumb, person, ref habits, ref random);
        AddPalm(person);
        AddArm(pose.Wrist + (habits.Bell() * 12) + (random.Bell() * 5), person);
    }

    private static LooseFinger Loosen(FingerPose pose, ref SplitMix habits, float habit, float once) => new(
        pose with
        {
            Knuckle = pose.Knuckle + (habits.Bell() * habit),
            Middle = pose.Middle + (habits.Bell() * habit),
            End = pose.End + (habits.Bell() * habit),
            Spread = pose.Spread + (habits.Bell() * habit * .4f),
        },
        once);

    private void AddFinger(int finger, FingerPose pose, Person person, ref SplitMix habits)
    {
        var at = Knuckle(finger, person);
        var length = person.FingerLength * (1 + (.05f * habits.Bell()));
        var radius = Radii[finger] * person.Thickness;
        var bend = 0f;
        var along = new Vec3(Lengths[finger].X, Lengths[finger].Y, Lengths[finger].Z) * length;
        for (var joint = 0; joint < 3; joint++)
        {
            bend += joint switch { 0 => pose.Knuckle, 1 => pose.Middle, _ => pose.End };
            var forward = Trig.Cos(bend);
            var step = joint switch { 0 => along.X, 1 => along.Y, _ => along.Z - (radius * .5f) };
            var direction = new Vec3(Trig.Sin(pose.Spread) * forward, Trig.Cos(pose.Spread) * forward, Trig.Sin(bend));
            var next = at + (direction * step);
            var thinner = radius * (joint == 1 ? .94f : .9f);
            Add(new Bone(at, next, radius, thinner, HandPart.Finger));
            (at, radius) = (next, thinner);
        }

        _tips[finger] = at;
    }

    private void AddThumb(ThumbPose pose, Person person, ref SplitMix habits, ref SplitMix random)
    {
        var radius = .126f * person.Thickness;
        Vec3 Loose(Vec3 v, ref SplitMix habits, ref SplitMix random) =>
            ThumbBase + ((v - ThumbBase) * person.ThumbLength)
            + (new Vec3(habits.Bell(), habits.Bell(), habits.Bell()) * .05f) + (new Vec3(random.Bell(), random.Bell(), random.Bell()) * .03f);

        var knuckle = Loose(pose.Knuckle, ref habits, ref random);
        var joint = Loose(pose.Joint, ref habits, ref random);
        var tip = Loose(pose.Tip, ref habits, ref random);
        if (pose.Touches >= 0)
        {
            // The tip goes to the finger's; the joint before it follows half the way.
            var moved = _tips[pose.Touches] + new Vec3(0, -radius * 1.3f, radius * .3f) - tip;
            tip += moved;
            joint += moved * .5f;
        }

        Add(new Bone(ThumbBase, knuckle, .165f * person.Thickness, radius * 1.04f, HandPart.Palm));
        Add(new Bone(knuckle, joint, radius * 1.04f, radius, HandPart.Finger));
        Add(new Bone(joint, tip, radius, radius * .82f, HandPart.Finger));
    }

    private void AddPalm(Person person)
    {
        var thickness = person.Thickness;
        for (var finger = 0; finger < FingerCount; finger++)
        {
            var knuckle = Knuckle(finger, person);
            var root = new Vec3(knuckle.X * .55f, .1f, 0);
            Add(new Bone(root, knuckle - new Vec3(0, .03f, 0), .17f * thickness, .122f * thickness, HandPart.Palm));
        }

        var edge = Knuckle(3, person);
        Add(new Bone(new Vec3(edge.X * .8f, .2f, .05f), new Vec3(edge.X, .6f, .03f), .17f * thickness, .13f * thickness, HandPart.Palm));
    }

    private void AddArm(float bend, Person person)
    {
        var down = new Vec3(Trig.Sin(bend), -Trig.Cos(bend), 0);
        var side = new Vec3(-down.Y, down.X, 0);
        var (thickness, start) = (person.Thickness, new Vec3(0, .06f, -.02f));
        foreach (var sign in (ReadOnlySpan<float>)[-1, 1])
        {
            var offset = side * (.1f * sign * person.PalmWidth);
            Add(new Bone(start + offset, start + (down * 3.2f) + (offset * .8f), .21f * thickness, .3f * thickness, HandPart.Forearm));
            var cuff = start + offset + (down * person.SleeveStart);
            Add(new Bone(cuff, cuff + (down * 3) + offset, .29f, .42f, HandPart.Sleeve));
        }
    }

    private static Vec3 Knuckle(int finger, Person person) => Knuckles[finger] with { X = Knuckles[finger].X * person.PalmWidth };

    private void Add(Bone bone) => _bones[_count++] = bone;

    private readonly record struct LooseFinger(FingerPose Pose, float Once)
    {
        public FingerPose With(ref SplitMix random) => new(
            Pose.Knuckle + (random.Bell() * Once),
            Pose.Middle + (random.Bell() * Once),
            Pose.End + (random.Bell() * Once),
            Pose.Spread + (random.Bell() * Once * .5f));
    }
}

/// <summary>One rounded piece of the picture: the hull of two balls.</summary>
/// <param name="A">The middle of the first ball.</param>
/// <param name="B">The middle of the second.</param>
/// <param name="RadiusA">The first ball's radius.</param>
/// <param name="RadiusB">The second's.</param>
/// <param name="Part">What it is a piece of.</param>
internal readonly record struct Bone(Vec3 A, Vec3 B, float RadiusA, float RadiusB, HandPart Part);

/// <summary>What a <see cref="Bone"/> is a piece of.</summary>
internal enum HandPart : byte
{
    None,
    Palm,
    Finger,
    Forearm,
    Sleeve,
}
