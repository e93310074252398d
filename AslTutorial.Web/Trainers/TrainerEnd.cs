using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>How a process of the trainer beside the site ended, or why it did not come about.</summary>
/// <param name="Fault">For pages.</param>
/// <param name="Line">For the site's log: with paths and codes.</param>
/// <param name="StaysTold">The fault holds until a new process has done better; otherwise it is told until there is one.</param>
internal sealed record TrainerEnd(TrainerFault Fault, string Line, bool StaysTold = false)
{
    /// <summary>It was killed, for that reason.</summary>
    public static TrainerEnd Hung(string reason) => new(TrainerFault.Of(TrainerFaultCodes.Hung), $"The trainer hung and was killed: {reason}.");

    /// <param name="told">What the trainer itself had to say at last.</param>
    public static TrainerEnd Of(int exitCode, TrainerFault? told) => exitCode switch
    {
        TrainerExitCodes.TryAgain => new(told ?? TrainerFault.Of(TrainerFaultCodes.Unknown), "The trainer could not use its device and has ended to try in a new process.", StaysTold: true),
        TrainerExitCodes.DeviceLost => new(TrainerFault.Of(TrainerFaultCodes.DeviceLost), "The trainer has lost its device and ended; its last line says why."),
        _ => new(TrainerFault.Of(TrainerFaultCodes.Ended), $"The trainer has ended unexpectedly with exit code {exitCode}."),
    };
}
