namespace AslTutorial.Training.Contracts;

/// <summary>The device a trainer computes on.</summary>
/// <param name="Kind">"cpu" or "cuda".</param>
/// <param name="Name">For people: "CPU, 1 thread", "NVIDIA A10".</param>
/// <param name="Threads">Compute threads on the CPU.</param>
public sealed record DeviceInfo(string Kind, string Name, int Threads);
