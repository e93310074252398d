using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// A data set's tensor, of which each row is made when it is read: the same numbers as making all of it first, without
/// 86 MB for every learner.
/// </summary>
/// <param name="Source">The numbers; the first axis counts the rows.</param>
/// <param name="Type">Int64, Float64 or Float32.</param>
/// <param name="Device">Where the rows are put.</param>
internal sealed record RowTensor(NdArray Source, ScalarType Type, Device Device)
{
    public long Count => Source.Shape.Lengths[0];

    /// <summary>One row, without the first axis.</summary>
    /// <exception cref="PythonException">IndexError.</exception>
    public Tensor this[long index] => index >= 0 && index < Count
        ? Make(index)
        : throw new PythonException("IndexError", $"index {index} is out of bounds for dimension 0 with size {Count}");

    public RowTensor @float() => this with { Type = ScalarType.Float32 };

    public RowTensor to(Device device) => this with { Device = device };

    private Tensor Make(long index)
    {
        var shape = Source.Shape.Lengths[1..];
        var size = (int)(Source.Bytes.Length / Count);
        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = Source.ElementAt((index * size) + i);
        }

        return tensor(values, shape, Type, Device);
    }
}
