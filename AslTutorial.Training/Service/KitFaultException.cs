using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Service;

/// <summary>Why a trainer cannot train; the message is one sentence for whoever runs it.</summary>
/// <param name="fault">The same for everybody else.</param>
/// <param name="needsNewProcess">Another attempt in this process would end in the same way.</param>
internal sealed class KitFaultException(TrainerFault fault, string message, bool needsNewProcess = false, Exception? cause = null)
    : Exception(message, cause)
{
    public TrainerFault Fault { get; } = fault;

    public bool NeedsNewProcess { get; } = needsNewProcess;
}
