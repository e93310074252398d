using System.CommandLine;
using AslTutorial.Training.Native;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Commands;

/// <summary>graph-trial: what the trainer runs in a process of its own before it records steps; 0 where it works.</summary>
internal static class GraphTrialCommand
{
    public const string Name = "graph-trial";

    public static Command Create()
    {
        var torch = new TorchCommandOptions();
        var command = new Command(Name, "Tries whether training steps can be recorded as a CUDA graph here.") { Hidden = true };
        torch.AddTo(command);
        command.SetAction((result, _) => CommandFault.GuardAsync(() =>
        {
            var reason = GraphTrial.RunHere(TorchRuntime.Load(torch.Read(result)));
            Console.WriteLine(reason ?? "Steps can be recorded as a CUDA graph.");
            return reason is null ? CommandRunner.Done : CommandRunner.Failed;
        }));
        return command;
    }
}
