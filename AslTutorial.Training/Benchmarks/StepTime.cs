namespace AslTutorial.Training.Benchmarks;

/// <summary>A training step, made in one of the ways there are on this device.</summary>
internal sealed record StepTime(string Way, Measurement Milliseconds);
