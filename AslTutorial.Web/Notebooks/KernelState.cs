using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Notebooks;

/// <summary>The trainer's process, which acts as the notebook's kernel.</summary>
/// <param name="ProcessId">Null if none is connected.</param>
/// <param name="MemoryBytes">Resident memory, as last reported; null if unknown.</param>
/// <param name="Device">The device that it computes on.</param>
/// <param name="StartedAt">When it connected.</param>
/// <param name="Card">The memory of its GPU; null without one.</param>
public sealed record KernelState(int? ProcessId, long? MemoryBytes, string? Device, DateTimeOffset? StartedAt, CardMemory? Card = null);
