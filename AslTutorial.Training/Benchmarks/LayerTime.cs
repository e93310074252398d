namespace AslTutorial.Training.Benchmarks;

/// <summary>Median milliseconds of a part of the training step; null where it has no such direction.</summary>
internal sealed record LayerTime(string Name, double? Forward, double? Backward);
