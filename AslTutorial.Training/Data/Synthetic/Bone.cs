namespace AslTutorial.Training.Data.Synthetic;

/// <summary>One rounded piece of the picture: the hull of two balls.</summary>
/// <param name="A">The middle of the first ball.</param>
/// <param name="B">The middle of the second.</param>
/// <param name="RadiusA">The first ball's radius.</param>
/// <param name="RadiusB">The second's.</param>
/// <param name="Part">What it is a piece of.</param>
internal readonly record struct Bone(Vec3 A, Vec3 B, float RadiusA, float RadiusB, HandPart Part);
