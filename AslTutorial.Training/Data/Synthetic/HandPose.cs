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
