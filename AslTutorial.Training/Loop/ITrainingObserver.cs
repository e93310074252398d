using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Loop;

/// <summary>Watches a training; called on the training thread.</summary>
public interface ITrainingObserver
{
    /// <summary>A sentence for the log.</summary>
    void OnNote(string sentence)
    {
    }

    /// <summary>After every order that the training was steered with.</summary>
    void OnSteered(SteeredRun steered)
    {
    }

    /// <summary>The net as the run begins with it, untrained; not on resume.</summary>
    /// <param name="weights">Safetensors.</param>
    void OnStart(ReadOnlyMemory<byte> weights)
    {
    }

    /// <summary>At most ten times a second.</summary>
    void OnBatch(BatchProgress progress);

    /// <summary>
    /// After every epoch; and, on resume, first once for every epoch the checkpoint remembers (with
    /// <see cref="EpochFiles.None"/>), so that no report is lost between a checkpoint's writing and its report.
    /// </summary>
    void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files);
}
