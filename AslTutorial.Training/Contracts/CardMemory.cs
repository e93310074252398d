namespace AslTutorial.Training.Contracts;

/// <summary>The memory of the card that a trainer computes on, in bytes.</summary>
/// <param name="OwnBytes">Held by the trainer's process; null where NVIDIA's library cannot tell, as in some containers.</param>
/// <param name="UsedBytes">Held by all processes and the driver.</param>
/// <param name="TotalBytes">Of the whole card.</param>
public sealed record CardMemory(long? OwnBytes, long UsedBytes, long TotalBytes);
