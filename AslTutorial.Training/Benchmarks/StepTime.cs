namespace AslTutorial.Training.Benchmarks;

/// <summary>A training step, made in one of the ways there are on this device.</summary>
/// <param name="Way">How.</param>
/// <param name="Milliseconds">Of a step.</param>
/// <param name="ProcessorMilliseconds">Mean of a step: what all threads of the process have computed and spun.</param>
/// <param name="EpochSeconds">An epoch with its validation, where it was measured; the first way's is the report's.</param>
internal sealed record StepTime(string Way, Measurement Milliseconds, double ProcessorMilliseconds, double? EpochSeconds);
