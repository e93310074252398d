namespace AslTutorial.Training.Contracts;

/// <summary>A trainer introducing itself; sent on every connect and again when something in it changes.</summary>
/// <param name="Name">Machine name, for people.</param>
/// <param name="ProcessId">Its process on that machine.</param>
/// <param name="Phase">What it is doing.</param>
/// <param name="Device">Null until torch is loaded.</param>
/// <param name="DataSet">Null until the data is loaded.</param>
/// <param name="Current">The run it is working on: after a lost connection the site lets it go on if the fence still holds.</param>
/// <param name="Fault">Why it cannot train, in one English sentence without paths, or null.</param>
/// <param name="MemoryBytes">Resident memory of the process.</param>
/// <param name="FaultCode">One of <see cref="TrainerFaultCodes"/>; null without a fault, and from an older trainer.</param>
/// <param name="Card">The card's memory; null on a CPU, where it cannot be read, and from an older trainer.</param>
/// <param name="Program">The version of what it trains with: the same settings, data and program compute the same. Null from an older trainer.</param>
public sealed record TrainerDescription(
    string Name,
    int ProcessId,
    TrainerPhase Phase,
    DeviceInfo? Device,
    DataSetInfo? DataSet,
    RunLease? Current,
    string? Fault,
    long MemoryBytes,
    string? FaultCode = null,
    CardMemory? Card = null,
    string? Program = null)
{
    /// <summary>The fault as it may be shown: an older trainer's sentence, which may name paths, is replaced.</summary>
    public TrainerFault? FindFault() => (Fault, FaultCode) switch
    {
        (null, _) => null,
        (_, { } code) when TrainerFaultCodes.All.Contains(code) => new(code, Fault),
        _ => TrainerFault.Of(TrainerFaultCodes.Unknown),
    };
}
