using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Trains a net. One call at a time; the whole training runs on the calling thread.</summary>
public interface ITrainer
{
    /// <summary>The device that will be used.</summary>
    DeviceInfo Device { get; }

    /// <summary>Trains until the last epoch, a cancel (within one batch) or a fault; faults are returned, not thrown.</summary>
    /// <param name="settings">Checked already.</param>
    /// <param name="resumeFrom">The bytes of a checkpoint this class made for the same settings, or null.</param>
    /// <param name="control">Where the run is steered from; of this training alone.</param>
    TrainingOutcome Train(TrainingSettings settings, byte[]? resumeFrom, ITrainingObserver observer, RunControl control, CancellationToken cancel);
}

/// <summary>How a training ended, with the weights it ended with (safetensors; empty if none were made).</summary>
public sealed record TrainingOutcome(RunEnd End, ReadOnlyMemory<byte> Weights);
