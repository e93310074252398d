namespace AslTutorial.Training.Contracts;

/// <summary>A trainer introducing itself; sent on every connect and again when something in it changes.</summary>
/// <param name="Name">Machine name, for people.</param>
/// <param name="ProcessId">Its process on that machine.</param>
/// <param name="Phase">What it is doing.</param>
/// <param name="Device">Null until torch is loaded.</param>
/// <param name="DataSet">Null until the data is loaded.</param>
/// <param name="Current">The run it is working on: after a lost connection the site lets it go on if the fence still holds.</param>
/// <param name="Fault">Why it cannot train, in one English sentence, or null.</param>
/// <param name="MemoryBytes">Resident memory of the process.</param>
public sealed record TrainerDescription(
    string Name,
    int ProcessId,
    TrainerPhase Phase,
    DeviceInfo? Device,
    DataSetInfo? DataSet,
    RunLease? Current,
    string? Fault,
    long MemoryBytes);
