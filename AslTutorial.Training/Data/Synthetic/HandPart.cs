namespace AslTutorial.Training.Data.Synthetic;

/// <summary>What a <see cref="Bone"/> is a piece of.</summary>
internal enum HandPart : byte
{
    None,
    Palm,
    Finger,
    Forearm,
    Sleeve,
}
