using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>How a training ended, with the weights it ended with (safetensors; empty if none were made).</summary>
public sealed record TrainingOutcome(RunEnd End, ReadOnlyMemory<byte> Weights);
