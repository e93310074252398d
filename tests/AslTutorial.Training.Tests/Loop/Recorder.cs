using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>Keeps what a training reports.</summary>
internal sealed class Recorder : ITrainingObserver
{
    public List<BatchProgress> Batches { get; } = [];

    public List<EpochResult> Epochs { get; } = [];

    public List<ConfusionMatrix> Confusions { get; } = [];

    public List<byte[]> Checkpoints { get; } = [];

    public List<EpochFiles> Files { get; } = [];

    public ReadOnlyMemory<byte> Start { get; private set; }

    public List<string> Notes { get; } = [];

    public List<SteeredRun> Steered { get; } = [];

    /// <summary>Called with every report of what the run was steered with.</summary>
    public Action<SteeredRun> WhenSteered { get; init; } = _ => { };

    /// <summary>Called with every report of a batch.</summary>
    public Action<BatchProgress> WhenBatch { get; init; } = _ => { };

    /// <summary>Called after every epoch.</summary>
    public Action<EpochResult> WhenEpoch { get; init; } = _ => { };

    /// <summary>The epochs without their times: what has to repeat.</summary>
    public IEnumerable<EpochResult> Untimed => Epochs.Select(epoch => epoch with { Seconds = 0, TrainSeconds = 0 });

    public void OnNote(string sentence) => Notes.Add(sentence);

    public void OnStart(ReadOnlyMemory<byte> weights) => Start = weights;

    public void OnSteered(SteeredRun steered)
    {
        Steered.Add(steered);
        WhenSteered(steered);
    }

    public void OnBatch(BatchProgress progress)
    {
        Batches.Add(progress);
        WhenBatch(progress);
    }

    public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files)
    {
        Epochs.Add(result);
        Confusions.Add(confusion);
        Checkpoints.Add(files.Checkpoint.ToArray());
        Files.Add(files);
        WhenEpoch(result);
    }
}
