using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>Measures the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const long Allowed = 40 << 20;

    [Fact]
    public void Train_ManyEpochs_KeepsItsMemory()
    {
        using var trainer = TorchTrainerTests.Trainer();
        trainer.Train(new(Epochs: 6), null, new Recorder(), CancellationToken.None);
        var sizes = new MemoryWatch();

        trainer.Train(new(Epochs: 24, BatchSize: 30), null, sizes, CancellationToken.None);

        // 120 steps: a leak of nothing but the gradients would be 190 MB, one of the activations 1.5 GB.
        (sizes.AfterEpoch[^1] - sizes.AfterEpoch[3]).ShouldBeLessThan(Allowed);
    }

    private sealed class MemoryWatch : ITrainingObserver
    {
        public List<long> AfterEpoch { get; } = [];

        public void OnBatch(BatchProgress progress)
        {
        }

        public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            AfterEpoch.Add(process.WorkingSet64);
        }
    }
}
