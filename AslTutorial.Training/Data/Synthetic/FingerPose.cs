namespace AslTutorial.Training.Data.Synthetic;

/// <summary>How a finger is bent, in degrees; all zero is straight and in line with the palm.</summary>
/// <param name="Knuckle">Flexion where finger and palm meet.</param>
/// <param name="Middle">Flexion of the middle joint.</param>
/// <param name="End">Flexion of the last joint.</param>
/// <param name="Spread">Sideways: positive towards the thumb.</param>
internal readonly record struct FingerPose(float Knuckle, float Middle, float End, float Spread = 0);
