using System.Diagnostics;
using AslTutorial.Training.Tests.Native;

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
        _ = TestTorch.Device;
        var recorder = new Recorder();
        var sizes = new List<long>();
        var watching = new Recorder
        {
            WhenEpoch = _ =>
            {
                GC.Collect();
                sizes.Add(Process.GetCurrentProcess().WorkingSet64);
            },
        };
        using var trainer = TorchTrainerTests.Trainer();
        trainer.Train(new(Epochs: 6), null, recorder, CancellationToken.None);

        trainer.Train(new(Epochs: 24, BatchSize: 30), null, watching, CancellationToken.None);

        // 120 steps: a leak of nothing but the gradients would be 190 MB, one of the images 1.5 GB.
        (sizes[^1] - sizes[3]).ShouldBeLessThan(Allowed);
    }
}
