using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Words what libtorch throws.</summary>
internal static class TorchFaults
{
    public static bool IsOne(Exception fault) => fault is ExternalException or OutOfMemoryException;

    public static RunFailure Describe(Exception fault)
    {
        // Only the first line: the rest is a trace of libtorch's insides.
        var reason = fault.Message.Split('\n', 2)[0].TrimEnd('.', ' ');
        return IsMemory(fault)
            ? new(RunFailureCodes.OutOfMemory, $"The device has not enough memory: {reason}; a smaller batch size needs less.")
            : new(RunFailureCodes.Internal, $"Torch failed: {reason}.");
    }

    // CUDA says "out of memory", the CPU's allocator "you tried to allocate N bytes".
    private static bool IsMemory(Exception fault) => fault is OutOfMemoryException
        || fault.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || fault.Message.Contains("you tried to allocate", StringComparison.OrdinalIgnoreCase);
}
