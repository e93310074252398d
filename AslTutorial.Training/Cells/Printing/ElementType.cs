namespace AslTutorial.Training.Cells.Printing;

/// <summary>What an array or a tensor holds.</summary>
internal enum ElementType
{
    Bool,
    UInt8,
    Int8,
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,
}
