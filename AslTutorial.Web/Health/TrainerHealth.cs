using AslTutorial.Training.Contracts;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Health;

/// <param name="Asked">The device the site started it for, in the setting's words; null for a trainer that it did not start.</param>
/// <param name="State">starting, preparingData, idle, busy, faulted, or disconnected.</param>
/// <param name="Fault">Why it cannot train, in one sentence without paths.</param>
/// <param name="FaultCode">The fault's code for programs, such as "no-cuda-device".</param>
public sealed record TrainerHealth(
    string Id,
    string? Asked,
    bool Connected,
    string State,
    DeviceInfo? Device,
    int Restarts,
    int? ProcessId,
    long? MemoryBytes,
    CardMemory? Card,
    string? Fault,
    string? FaultCode)
{
    public static TrainerHealth From(TrainerStatus trainer) => new(
        trainer.Id,
        trainer.Asked?.ToString(),
        trainer.Connected,
        trainer is { Connected: true, Description: { } description } ? Name(description.Phase) : "disconnected",
        trainer.Description?.Device,
        trainer.Restarts,
        trainer.Description?.ProcessId,
        trainer.Description?.MemoryBytes,
        trainer.Description?.Card,
        trainer.Fault?.Text,
        trainer.Fault?.Code);

    private static string Name(TrainerPhase phase) => phase switch
    {
        TrainerPhase.Starting => "starting",
        TrainerPhase.PreparingData => "preparingData",
        TrainerPhase.Idle => "idle",
        TrainerPhase.Busy => "busy",
        _ => "faulted",
    };
}
