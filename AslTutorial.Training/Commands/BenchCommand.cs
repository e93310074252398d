using System.CommandLine;
using System.Text.Json;
using AslTutorial.Training.Benchmarks;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Commands;

/// <summary>bench: measures the training step, an epoch and the load of the data, and prints JSON.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static Command Create()
    {
        var batchSize = new Option<int>("--batch-size") { Description = "Images in a step.", DefaultValueFactory = _ => new TrainingSettings().BatchSize };
        var data = new DataCommandOptions();
        var torch = new TorchCommandOptions();
        var command = new Command("bench", "Measures the training step, an epoch and the data load; prints JSON.") { batchSize };
        data.AddTo(command);
        torch.AddTo(command);
        batchSize.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < TrainingLimits.MinBatchSize or > TrainingLimits.MaxBatchSize)
            {
                result.AddError($"--batch-size is from {TrainingLimits.MinBatchSize} to {TrainingLimits.MaxBatchSize}.");
            }
        });
        command.SetAction((result, cancel) => CommandFault.GuardAsync(() =>
        {
            var options = torch.Read(result);
            var device = TorchRuntime.Load(options);
            var graphs = GraphTrial.Open(device, options, new ConsoleProgress(Console.Error));
            var report = TrainingBench.Run(data.Read(result), device, graphs, result.GetValue(batchSize), cancel);
            Console.WriteLine(JsonSerializer.Serialize(report, Indented));
            return CommandRunner.Done;
        }));
        return command;
    }
}
