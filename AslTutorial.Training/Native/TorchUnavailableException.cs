using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native;

/// <summary>Torch, or the device asked for, cannot be used here. The message is one sentence: what, where, what to do.</summary>
/// <param name="fault">The same, for people who are not to see the machine's paths.</param>
internal sealed class TorchUnavailableException(TrainerFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public TrainerFault Fault { get; } = fault;

    /// <summary>
    /// Whether another attempt in the same process can end otherwise. Files are looked for each time; what the loader and
    /// libtorch have once refused, they refuse for the life of the process.
    /// </summary>
    public bool CanPassHere => Fault.Code is TrainerFaultCodes.TorchMissing or TrainerFaultCodes.TorchFolder;
}
