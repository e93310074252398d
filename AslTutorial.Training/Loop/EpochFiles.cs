namespace AslTutorial.Training.Loop;

/// <summary>What is kept of an epoch.</summary>
/// <param name="Checkpoint">To go on from.</param>
/// <param name="Weights">The net as it is now (safetensors).</param>
/// <param name="Predictions">What it said of every image (<see cref="Contracts.Looks.ImagePredictions"/>).</param>
public sealed record EpochFiles(ReadOnlyMemory<byte> Checkpoint, ReadOnlyMemory<byte> Weights, ReadOnlyMemory<byte> Predictions)
{
    /// <summary>Of an epoch that is only remembered.</summary>
    public static EpochFiles None { get; } = new(default, default, default);
}
