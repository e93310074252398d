using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>What a call of get_batch_accuracy returns: a number, or a tensor where the learner divides by one.</summary>
/// <param name="Number">The number.</param>
/// <param name="Shape">Of the tensor, else null.</param>
internal readonly record struct BatchAccuracy(double Number, long[]? Shape = null)
{
    /// <exception cref="PythonException">RuntimeError: two tensors whose batches have not the same size.</exception>
    public static BatchAccuracy operator +(BatchAccuracy sum, BatchAccuracy one)
    {
        if (sum.Shape is [var own, ..] && one.Shape is [var added, ..] && own != added && own != 1 && added != 1)
        {
            throw new PythonException(
                "RuntimeError", $"The size of tensor a ({own}) must match the size of tensor b ({added}) at non-singleton dimension 0");
        }

        return new(sum.Number + one.Number, one.Shape ?? sum.Shape);
    }

    /// <summary>For the format .4f.</summary>
    /// <exception cref="PythonException">TypeError: a tensor has none.</exception>
    public double ForPrint() => Shape is null ? Number : throw new PythonException("TypeError", "unsupported format string passed to Tensor.__format__");
}
