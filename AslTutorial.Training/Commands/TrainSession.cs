using AslTutorial.Training.Checkpoints;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Commands;

/// <summary>The train command's work.</summary>
internal static class TrainSession
{
    public static int Run(TrainOptions options, CancellationToken cancel)
    {
        if (options.Settings.Faults() is [var first, ..])
        {
            Console.Error.WriteLine(first.Message);
            return CommandRunner.Misused;
        }

        var device = TorchRuntime.Load(options.Torch);
        var data = SignDataSource.Load(options.Data, new ConsoleProgress(), cancel);
        Console.WriteLine($"{device.Info.Name}; {data.Info.Kind}: {data.Info.TrainRows} and {data.Info.ValidRows} images");
        using var trainer = new TorchTrainer(device, data, GraphTrial.Open(device, options.Torch, new ConsoleProgress()));
        trainer.WarmUp();
        using var observer = new TrainObserver(options);
        var outcome = trainer.Train(options.Settings, Resumed(options), observer, cancel);
        observer.EndLine();
        if (options.Weights is not null && !outcome.Weights.IsEmpty)
        {
            File.WriteAllBytes(options.Weights, outcome.Weights.Span);
        }

        return Report(outcome.End);
    }

    private static byte[]? Resumed(TrainOptions options)
    {
        if (options.Checkpoints is null)
        {
            return null;
        }

        var folder = new CheckpointFolder(options.Checkpoints);
        if (!options.Resume)
        {
            // A forgotten --resume must not cost somebody the hours that the checkpoints stand for.
            return folder.IsEmpty
                ? null
                : throw new IOException($"{options.Checkpoints} holds the checkpoints of a run; add --resume to go on with it, or name another folder.");
        }

        var checkpoint = folder.Load(Console.Error.WriteLine);
        if (checkpoint is null)
        {
            Console.Error.WriteLine($"There is no checkpoint to go on from in {options.Checkpoints}; the run begins at its first epoch.");
        }

        return checkpoint;
    }

    private static int Report(RunEnd end)
    {
        switch (end.Outcome)
        {
            case RunOutcome.Completed:
                return CommandRunner.Done;
            case RunOutcome.Cancelled:
                Console.Error.WriteLine("Stopped.");
                return CommandRunner.Stopped;
            default:
                Console.Error.WriteLine(end.Failure!.Text);
                return CommandRunner.Failed;
        }
    }
}
