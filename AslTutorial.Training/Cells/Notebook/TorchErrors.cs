using System.Runtime.InteropServices;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>libtorch's faults as PyTorch raises them: the same texts, under Python's names.</summary>
internal static class TorchErrors
{
    /// <exception cref="PythonException">What libtorch threw.</exception>
    public static T Translate<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (ExternalException fault) when (!TorchFaults.LosesDevice(fault))
        {
            // Only the first line: the rest is a trace of libtorch's insides.
            var message = fault.Message.Split('\n', 2)[0];
            throw new PythonException(TypeOf(message), message);
        }
    }

    // TorchSharp does not pass on the C++ exception type; these messages are those of an IndexError.
    private static string TypeOf(string message) =>
        message.EndsWith(" is out of bounds.", StringComparison.Ordinal)
        || message.StartsWith("index out of range", StringComparison.Ordinal)
        || message.StartsWith("Dimension out of range", StringComparison.Ordinal)
            ? "IndexError"
            : "RuntimeError";
}
