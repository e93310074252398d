using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>How a local trainer's process ended, or why it could not start.</summary>
/// <param name="Fault">For pages.</param>
/// <param name="Line">For the log, with paths and codes.</param>
/// <param name="StaysTold">Show the fault until a new process works; else only until a new process has started.</param>
internal sealed record TrainerEnd(TrainerFault Fault, string Line, bool StaysTold = false)
{
    /// <summary>It hung and was killed.</summary>
    public static TrainerEnd Hung(string reason) => new(TrainerFault.Of(TrainerFaultCodes.Hung), $"The trainer hung and was killed: {reason}.");

    /// <param name="told">The trainer's own last report.</param>
    public static TrainerEnd Of(int exitCode, TrainerFault? told) => exitCode switch
    {
        TrainerExitCodes.TryAgain => new(told ?? TrainerFault.Of(TrainerFaultCodes.Unknown), "The trainer could not use its device and has ended to try in a new process.", StaysTold: true),
        TrainerExitCodes.DeviceLost => new(TrainerFault.Of(TrainerFaultCodes.DeviceLost), "The trainer has lost its device and ended; its last line says why."),
        _ => new(TrainerFault.Of(TrainerFaultCodes.Ended), $"The trainer has ended unexpectedly with exit code {exitCode}."),
    };
}
