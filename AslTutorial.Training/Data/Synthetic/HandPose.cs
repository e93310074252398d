namespace AslTutorial.Training.Data.Synthetic;

/// <summary>A letter's hand.</summary>
/// <param name="Index">The index finger.</param>
/// <param name="Middle">The middle finger.</param>
/// <param name="Ring">The ring finger.</param>
/// <param name="Little">The little finger.</param>
/// <param name="Thumb">The thumb.</param>
/// <param name="Yaw">Degrees the hand is turned about its long axis: 0 shows the palm, 180 the back.</param>
/// <param name="Pitch">Degrees the fingertips lean to the camera.</param>
/// <param name="Roll">Degrees counter-clockwise in the picture: 0 points up, -90 right.</param>
/// <param name="Wrist">Degrees the forearm is bent from the line of the hand, towards the thumb.</param>
internal sealed record HandPose(
    FingerPose Index,
    FingerPose Middle,
    FingerPose Ring,
    FingerPose Little,
    ThumbPose Thumb,
    float Yaw = 0,
    float Pitch = 0,
    float Roll = 0,
    float Wrist = 0)
{
    public FingerPose Finger(int finger) => finger switch
    {
        0 => Index,
        1 => Middle,
        2 => Ring,
        _ => Little,
    };
}

/// <summary>How a finger is bent, in degrees; all zero is straight and in line with the palm.</summary>
/// <param name="Knuckle">Flexion where finger and palm meet.</param>
/// <param name="Middle">Flexion of the middle joint.</param>
/// <param name="End">Flexion of the last joint.</param>
/// <param name="Spread">Sideways: positive towards the thumb.</param>
internal readonly record struct FingerPose(float Knuckle, float Middle, float End, float Spread = 0);

/// <summary>Where the thumb's joints are, in the palm's coordinates (<see cref="HandSkeleton"/>).</summary>
/// <param name="Knuckle">The joint at the end of the ball of the thumb.</param>
/// <param name="Joint">The joint in the thumb.</param>
/// <param name="Tip">The middle of the tip.</param>
/// <param name="Touches">The finger (0 index - 3 little) whose tip the thumb meets wherever that is, or -1.</param>
internal readonly record struct ThumbPose(Vec3 Knuckle, Vec3 Joint, Vec3 Tip, int Touches = -1);
