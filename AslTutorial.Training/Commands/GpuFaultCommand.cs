using System.CommandLine;
using AslTutorial.Training.Benchmarks;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;
using static TorchSharp.torch;

namespace AslTutorial.Training.Commands;

/// <summary>gpu-fault: provokes on a card what cannot be waited for, so that tests/gpu/check.sh sees what comes of it.</summary>
internal static class GpuFaultCommand
{
    private enum Provoked
    {
        /// <summary>A run that finds the card's memory taken, and one after it that does not.</summary>
        Memory,

        /// <summary>A device-side assert, after which the process can compute nothing more.</summary>
        Assert,
    }

    public static Command Create()
    {
        var which = new Argument<Provoked>("fault") { Description = "What to provoke." };
        var data = new DataCommandOptions();
        var torch = new TorchCommandOptions();
        var command = new Command("gpu-fault", "Provokes a fault on a CUDA device.") { which };
        command.Hidden = true;
        data.AddTo(command);
        torch.AddTo(command);
        command.SetAction((result, cancel) => CommandFault.GuardAsync(() =>
        {
            var options = torch.Read(result);
            var device = TorchRuntime.Load(options);
            if (!device.IsCuda)
            {
                throw new TorchUnavailableException(TrainerFault.Of(TrainerFaultCodes.NoCudaDevice), "There is no CUDA device to provoke a fault on.");
            }

            using var trainer = new TorchTrainer(
                device, SignDataSource.Load(data.Read(result), null, cancel), GraphTrial.Open(device, options, new ConsoleProgress()));
            return result.GetValue(which) == Provoked.Memory ? TakeMemory(trainer, device) : Assert(trainer, device);
        }, new DeviceLoss(new ConsoleProgress(Console.Error), TrainerExitCodes.DeviceLost)));
        return command;
    }

    private static int TakeMemory(TorchTrainer trainer, TorchDevice device)
    {
        trainer.WarmUp();
        var taken = TakeAll(device);
        var refused = trainer.Train(new(Epochs: 1, BatchSize: TrainingLimits.MaxBatchSize), null, new LastEpoch(), CancellationToken.None);
        taken.ForEach(block => block.Dispose());
        var next = trainer.Train(new(Epochs: 1, TrainLimit: 3200), null, new LastEpoch(), CancellationToken.None);
        Console.WriteLine($"{refused.End.Failure?.Text ?? "There was memory enough."} The next run: {next.End.Outcome}.");
        return refused.End.Failure?.Code == RunFailureCodes.OutOfMemory && next.End.Outcome == RunOutcome.Completed
            ? CommandRunner.Done
            : CommandRunner.Failed;
    }

    /// <summary>Takes the card's memory in ever smaller blocks, until none is left for a large batch.</summary>
    private static List<Tensor> TakeAll(TorchDevice device)
    {
        const long Largest = 1L << 30, Smallest = 1L << 24;
        var taken = new List<Tensor>();
        for (var size = Largest; size >= Smallest; size /= 4)
        {
            try
            {
                while (true)
                {
                    taken.Add(empty([size], ScalarType.Byte, device.Device));
                }
            }
            catch (Exception fault) when (TorchFaults.IsOne(fault))
            {
                // No block of this size is left.
            }
        }

        return taken;
    }

    private static int Assert(TorchTrainer trainer, TorchDevice device)
    {
        // Indexes an image that does not exist: the kernel asserts, and the next synchronisation reports it.
        var outcome = trainer.Train(new(Epochs: 1, TrainLimit: 3200), null, new Faulty(device), CancellationToken.None);
        Console.WriteLine($"The process has outlived it: {outcome.End.Outcome}, {outcome.End.Failure?.Text}");
        return CommandRunner.Failed;
    }

    /// <summary>Orders a faulty operation while a run is on.</summary>
    private sealed class Faulty(TorchDevice device) : ITrainingObserver
    {
        public void OnBatch(BatchProgress progress)
        {
        }

        public void OnEpoch(EpochResult result, ConfusionMatrix confusion, EpochFiles files)
        {
            using var scope = NewDisposeScope();
            zeros([4], ScalarType.Float32, device.Device).index_select(0, tensor(new long[] { 1_000_000 }).to(device.Device)).cpu();
        }
    }
}
