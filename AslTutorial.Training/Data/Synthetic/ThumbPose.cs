namespace AslTutorial.Training.Data.Synthetic;

/// <summary>Where the thumb's joints are, in the palm's coordinates (<see cref="HandSkeleton"/>).</summary>
/// <param name="Knuckle">The joint at the end of the ball of the thumb.</param>
/// <param name="Joint">The joint in the thumb.</param>
/// <param name="Tip">The middle of the tip.</param>
/// <param name="Touches">The finger (0 index - 3 little) whose tip the thumb meets wherever that is, or -1.</param>
internal readonly record struct ThumbPose(Vec3 Knuckle, Vec3 Joint, Vec3 Tip, int Touches = -1);
