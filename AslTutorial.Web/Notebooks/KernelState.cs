using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Notebooks;

/// <summary>The trainer's process, which plays the notebook's kernel.</summary>
/// <param name="ProcessId">Null where none is connected.</param>
/// <param name="MemoryBytes">Its resident memory, as last reported; null where unknown.</param>
/// <param name="Device">Where it computes.</param>
/// <param name="StartedAt">When it connected.</param>
/// <param name="Card">The memory of the card it computes on; null without one.</param>
public sealed record KernelState(int? ProcessId, long? MemoryBytes, string? Device, DateTimeOffset? StartedAt, CardMemory? Card = null);
