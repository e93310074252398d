using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>What a count of right answers is divided by.</summary>
/// <param name="Number">The number.</param>
/// <param name="Shape">Of the tensor it is instead, else null.</param>
internal readonly record struct AccuracyDivisor(double Number, long[]? Shape = null)
{
    /// <exception cref="PythonException">ZeroDivisionError.</exception>
    public static BatchAccuracy operator /(long count, AccuracyDivisor divisor) => divisor switch
    {
        { Shape: { } shape } => new(double.NaN, shape),
        { Number: 0 } => throw new PythonException("ZeroDivisionError", "division by zero"),
        _ => new(count / divisor.Number),
    };
}
