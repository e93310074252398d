using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Contracts;

/// <summary>As trainers described themselves before they had codes and cards. Public, as the hub's protocol wants it.</summary>
public sealed record OlderDescription(
    string Name, int ProcessId, TrainerPhase Phase, DeviceInfo? Device, DataSetInfo? DataSet, RunLease? Current, string? Fault, long MemoryBytes);
