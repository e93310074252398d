namespace AslTutorial.Training.Checkpoints;

/// <summary>The number types used here, by their names in the file format.</summary>
internal enum TensorType
{
    F32,
    F64,
    I32,
    I64,
}
