namespace AslTutorial.Training.Data.Synthetic;

/// <summary>Brings a posed hand into the picture: turned, in perspective, and as large as the shot wants it.</summary>
internal static class Framing
{
    /// <summary>A fist does not fill the picture as an open hand does: pixels a palm at most.</summary>
    private const float LargestPalm = 17;

    /// <summary>Turns bones from the palm's coordinates into the picture's: pixels, y down, z to the camera.</summary>
    /// <param name="bones">Posed.</param>
    /// <param name="shot">The camera.</param>
    /// <param name="placed">As long as <paramref name="bones"/>.</param>
    public static void Place(ReadOnlySpan<Bone> bones, in Shot shot, Span<Bone> placed)
    {
        float left = float.MaxValue, right = float.MinValue, bottom = float.MaxValue, top = float.MinValue;
        for (var i = 0; i < bones.Length; i++)
        {
            var bone = bones[i];
            var (a, radiusA) = Project(bone.A, bone.RadiusA, shot);
            var (b, radiusB) = Project(bone.B, bone.RadiusB, shot);
            placed[i] = new Bone(a, b, radiusA, radiusB, bone.Part);
            if (bone.Part is HandPart.Finger or HandPart.Palm)
            {
                left = Math.Min(left, Math.Min(a.X - radiusA, b.X - radiusB));
                right = Math.Max(right, Math.Max(a.X + radiusA, b.X + radiusB));
                bottom = Math.Min(bottom, Math.Min(a.Y - radiusA, b.Y - radiusB));
                top = Math.Max(top, Math.Max(a.Y + radiusA, b.Y + radiusB));
            }
        }

        var scale = Math.Min(LargestPalm * shot.Fit / ImageSet.Side, shot.Fit / Math.Max(right - left, top - bottom));
        var (middleX, middleY) = ((left + right) / 2, (bottom + top) / 2);
        Vec3 Move(Vec3 v, in Shot shot) => new(
            (ImageSet.Side / 2f) + shot.Shift.X + ((v.X - middleX) * scale),
            (ImageSet.Side / 2f) + shot.Shift.Y - ((v.Y - middleY) * scale),
            v.Z * scale);

        foreach (ref var bone in placed)
        {
            bone = new Bone(Move(bone.A, shot), Move(bone.B, shot), bone.RadiusA * scale, bone.RadiusB * scale, bone.Part);
        }
    }

    private static (Vec3 At, float Radius) Project(Vec3 point, float radius, in Shot shot)
    {
        var at = shot.View.Apply(point);
        var near = shot.Distance / (shot.Distance - at.Z);
        return (at * near, radius * near);
    }
}
