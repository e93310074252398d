namespace AslTutorial.Training.Data.Synthetic;

/// <summary>The hand shapes of the 24 letters of the American manual alphabet, as a right hand shows them to a reader.</summary>
internal static class HandPoses
{
    private static readonly FingerPose Up = new(4, 5, 4);
    private static readonly FingerPose Fist = new(84, 98, 62);
    private static readonly FingerPose Tucked = new(96, 108, 70);
    private static readonly FingerPose Draped = new(80, 82, 12);

    // Thumbs that more than one letter has.
    private static readonly ThumbPose AcrossPalm = new(new(.36f, .46f, .2f), new(.14f, .58f, .3f), new(-.12f, .6f, .28f));
    private static readonly ThumbPose OverFist = new(new(.4f, .46f, .42f), new(.22f, .66f, .7f), new(-.1f, .68f, .7f));
    private static readonly ThumbPose OnRingFinger = new(new(.38f, .44f, .34f), new(.16f, .62f, .64f), new(-.14f, .7f, .68f));
    private static readonly ThumbPose AlongIndex = new(new(.5f, .54f, .18f), new(.6f, .86f, .26f), new(.6f, 1.16f, .3f));

    /// <summary>In the order of <see cref="Contracts.SignClasses.Letters"/>.</summary>
    public static readonly IReadOnlyList<HandPose> All =
    [
        // A: a fist, the thumb upright at its side.
        new(Fist, Fist, Fist, Fist, new(new(.54f, .5f, .2f), new(.62f, .8f, .3f), new(.6f, 1.08f, .34f))),
        // B: a flat hand, the thumb across the palm.
        new(Up with { Spread = -2 }, Up, Up with { Spread = 2 }, Up with { Spread = 4 }, AcrossPalm),
        // C: the hand an open arch, seen from the side.
        new(new(38, 46, 32), new(40, 46, 32), new(42, 46, 32), new(44, 46, 32),
            new(new(.4f, .36f, .42f), new(.34f, .4f, .76f), new(.3f, .56f, 1.02f)), Yaw: 58, Roll: 8),
        // D: the index up, the others a ring with the thumb.
        new(Up, new(58, 74, 44), new(62, 78, 46), new(66, 80, 46),
            new(new(.42f, .42f, .34f), new(.34f, .56f, .62f), new(.2f, .7f, .8f), Touches: 1), Yaw: 24),
        // E: the fingers curled down to the thumb, which lies under their tips.
        new(new(34, 112, 62), new(34, 112, 62), new(36, 112, 62), new(38, 112, 62),
            new(new(.36f, .42f, .32f), new(.16f, .54f, .46f), new(-.16f, .56f, .44f))),
        // F: index and thumb a ring, the others up and apart.
        new(new(52, 66, 36, 6), Up with { Spread = -2 }, Up with { Spread = -14 }, Up with { Spread = -26 },
            new(new(.44f, .42f, .3f), new(.48f, .6f, .56f), new(.4f, .8f, .7f), Touches: 0), Yaw: 8),
        // G: the index points sideways, the thumb along it; the back of the hand shows.
        new(new(6, 4, 4), Fist, Fist, Fist, AlongIndex, Yaw: 175, Roll: -88, Wrist: -24),
        // H: index and middle finger point sideways.
        new(new(6, 4, 4), new(8, 4, 4), Fist, Fist, new(new(.42f, .5f, .3f), new(.34f, .74f, .5f), new(.12f, .86f, .56f)), Yaw: 152, Roll: -88, Wrist: -24),
        // I: the little finger up.
        new(Fist, Fist, Fist, Up with { Spread = -6 }, OverFist),
        // K: index up, middle finger forward, the thumb up between them.
        new(Up with { Spread = 4 }, new(30, 6, 4, -16), Tucked, Tucked, new(new(.44f, .6f, .3f), new(.3f, .94f, .44f), new(.14f, 1.24f, .4f)), Yaw: 6),
        // L: index and thumb a right angle.
        new(Up with { Spread = -2 }, Fist, Fist, Fist, new(new(.56f, .42f, .1f), new(.88f, .48f, .12f), new(1.16f, .5f, .12f))),
        // M: the thumb under three fingers.
        new(Draped, Draped, Draped, Tucked, new(new(.38f, .44f, .16f), new(.08f, .58f, .26f), new(-.3f, .6f, .36f))),
        // N: the thumb under two fingers.
        new(Draped, Draped, Tucked, Tucked, new(new(.4f, .46f, .18f), new(.16f, .62f, .28f), new(-.1f, .66f, .46f))),
        // O: fingertips and thumb meet.
        new(new(46, 66, 44), new(48, 66, 44), new(50, 66, 44), new(52, 66, 44),
            new(new(.4f, .38f, .4f), new(.34f, .48f, .7f), new(.24f, .68f, .9f), Touches: 0), Yaw: 54, Roll: 4),
        // P: as K, pointing down and to the side.
        new(new(6, 4, 4, 4), new(44, 8, 4, -22), Tucked, Tucked, new(new(.44f, .6f, .3f), new(.3f, .94f, .44f), new(.14f, 1.2f, .46f)), Yaw: 14, Roll: 112, Wrist: 18),
        // Q: as G, pointing down.
        new(new(8, 6, 4), Fist, Fist, Fist, AlongIndex with { Tip = new(.74f, 1.14f, .36f) }, Yaw: 192, Roll: 160, Wrist: -20),
        // R: index and middle finger crossed.
        new(new(18, 8, 4, -19), new(0, 4, 4, 17), Fist, Fist, OnRingFinger),
        // S: a fist, the thumb over its front.
        new(Fist, Fist, Fist, Fist, OverFist),
        // T: the thumb between index and middle finger.
        new(new(74, 92, 56, 6), Fist, Fist, Fist, new(new(.44f, .6f, .3f), new(.26f, .92f, .56f), new(.2f, 1.22f, .6f))),
        // U: index and middle finger up, together.
        new(Up with { Spread = -3 }, Up with { Spread = 3 }, Fist, Fist, OnRingFinger),
        // V: index and middle finger up, apart.
        new(Up with { Spread = 12 }, Up with { Spread = -12 }, Fist, Fist, OnRingFinger),
        // W: three fingers up.
        new(Up with { Spread = 14 }, Up, Up with { Spread = -14 }, Fist, new(new(.36f, .42f, .3f), new(.1f, .56f, .52f), new(-.2f, .68f, .6f))),
        // X: the index a hook.
        new(new(14, 92, 52), Fist, Fist, Fist, OverFist with { Tip = new(.06f, .72f, .72f) }, Yaw: 36),
        // Y: thumb and little finger out.
        new(Fist, Fist, Fist, Up with { Spread = -28 }, new(new(.54f, .46f, .1f), new(.86f, .62f, .12f), new(1.1f, .82f, .12f))),
    ];
}
