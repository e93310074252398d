namespace AslTutorial.Training.Contracts;

/// <summary>The values of <see cref="RunFailure.Code"/>.</summary>
public static class RunFailureCodes
{
    public const string LossNotFinite = "loss-not-finite";
    public const string OutOfMemory = "out-of-memory";
    public const string CheckpointUnreadable = "checkpoint-unreadable";
    public const string TrainerLostTooOften = "trainer-lost-too-often";
    public const string Internal = "internal";

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> All { get; } = [LossNotFinite, OutOfMemory, CheckpointUnreadable, TrainerLostTooOften, Internal];
}
