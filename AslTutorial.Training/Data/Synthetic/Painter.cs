namespace AslTutorial.Training.Data.Synthetic;

/// <summary>Draws one picture after the other with the same buffers; for one thread.</summary>
internal sealed class Painter
{
    private readonly HandSkeleton _hand = new();
    private readonly Bone[] _placed = new Bone[HandSkeleton.BoneCount];
    private readonly Canvas _canvas = new();
    private readonly float[] _picture = new float[ImageSet.PixelsPerImage];

    /// <param name="pose">The letter's.</param>
    /// <param name="person">Who signs.</param>
    /// <param name="habits">How this person forms and shows this letter.</param>
    /// <param name="random">This picture's numbers.</param>
    /// <param name="pixels">Gets 28 x 28 bytes.</param>
    public void Paint(HandPose pose, Person person, (SplitMix Pose, SplitMix Shot) habits, ref SplitMix random, Span<byte> pixels)
    {
        _hand.Pose(pose, person, habits.Pose, ref random);
        var shot = Shot.Take(pose, person, habits.Shot, ref random);
        var placed = _placed.AsSpan(0, _hand.Bones.Length);
        Framing.Place(_hand.Bones, shot, placed);
        _canvas.Clear();
        foreach (ref readonly var bone in placed)
        {
            _canvas.Draw(bone);
        }

        Lighting.Develop(_canvas, person, shot, _picture);
        Film.Expose(_picture, shot, ref random, pixels);
    }
}
