using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Tells apart and words what libtorch throws.</summary>
internal static class TorchFaults
{
    private const string InScript = "The following operation failed in the TorchScript interpreter";
    private const string ScriptReason = "RuntimeError: ";

    /// <summary>
    /// How libtorch begins to word an error of the card's libraries. After most of them every later call fails too (a
    /// sticky error); the few that would pass are not worth a process that may be broken.
    /// </summary>
    private static readonly string[] OfTheCard = ["CUDA error: ", "CUDA driver error: ", "cuBLAS error: ", "cuSOLVER error: ", "cuFFT error: "];

    /// <summary>What cuDNN says when it, or the context under it, is broken; its other words are about what was asked for.</summary>
    private static readonly string[] OfCudnn =
    [
        "CUDNN_STATUS_EXECUTION_FAILED", "CUDNN_STATUS_INTERNAL_ERROR", "CUDNN_STATUS_NOT_INITIALIZED", "CUDNN_STATUS_MAPPING_ERROR",
    ];

    // CUDA says "out of memory", the CPU's allocator "you tried to allocate N bytes", cuBLAS and cuDNN the rest.
    private static readonly string[] OfMemory = ["out of memory", "you tried to allocate", "STATUS_ALLOC_FAILED", "ALLOCATION_FAILED"];

    public static bool IsOne(Exception fault) => fault is ExternalException or OutOfMemoryException;

    /// <summary>There was not enough memory: what was asked for failed, and everything else goes on.</summary>
    public static bool IsMemory(Exception fault) => fault is OutOfMemoryException || (IsOne(fault) && HasOneOf(fault.Message, OfMemory));

    /// <summary>The device's context is broken: nothing in this process will compute on it again.</summary>
    public static bool LosesDevice(Exception fault) => fault is ExternalException && !IsMemory(fault)
        && (HasOneOf(fault.Message, OfTheCard) || (fault.Message.Contains("cuDNN error: ", StringComparison.Ordinal) && HasOneOf(fault.Message, OfCudnn)));

    /// <summary>Why a run has failed.</summary>
    /// <param name="onCard">On a CUDA device, which other programs may share.</param>
    public static RunFailure Describe(Exception fault, bool onCard) => IsMemory(fault)
        ? new(RunFailureCodes.OutOfMemory, $"The device has not enough memory: {Reason(fault)}; a smaller batch size needs less{(onCard ? ", and other programs that use the card leave more when they are ended" : null)}.")
        : new(RunFailureCodes.Internal, $"Torch failed: {Reason(fault)}.");

    /// <summary>libtorch's own words, without the trace of its insides, and without a full stop.</summary>
    public static string Reason(Exception fault)
    {
        var lines = fault.Message.Split('\n', StringSplitOptions.TrimEntries);

        // TorchScript puts the place in the script before the message.
        var reason = lines[0].StartsWith(InScript, StringComparison.Ordinal)
            ? Array.FindLast(lines, line => line.StartsWith(ScriptReason, StringComparison.Ordinal))?[ScriptReason.Length..] ?? lines[0]
            : lines[0];
        return PathlessText.Of(reason.TrimEnd('.', ' '));
    }

    private static bool HasOneOf(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
