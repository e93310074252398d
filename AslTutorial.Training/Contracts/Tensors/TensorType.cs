namespace AslTutorial.Training.Contracts.Tensors;

/// <summary>The number types used here, by their names in the file format.</summary>
public enum TensorType
{
    F32,
    F64,
    I32,
    I64,
    U8,
}
