using static TorchSharp.torch;

namespace AslTutorial.Training.Loop.Steps;

/// <summary>Makes the training steps of a run, epoch after epoch; called from one thread.</summary>
internal interface ITrainingSteps : IDisposable
{
    /// <summary>Begins an epoch: sums at nothing, dropout masks from its seed.</summary>
    void BeginEpoch(long maskSeed);

    /// <summary>One step: forward, backward, Adam and the sums. Nothing is read back from the device.</summary>
    /// <param name="data">Where the images are.</param>
    /// <param name="index">int64: which of them are the batch.</param>
    void Step(DeviceData data, Tensor index);

    /// <summary>Where the epoch's sums stand; waits for the device.</summary>
    TotalsReading Read();
}
