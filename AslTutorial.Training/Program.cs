using System.CommandLine;
using AslTutorial.Training.Commands;

// One line a command; each command lies in Commands/ and says what it takes.
var root = new RootCommand("Trains the nets of the tutorial: by hand, in a benchmark, or as the trainer of a site.");

root.Subcommands.Add(DataCommand.Create());
root.Subcommands.Add(TrainCommand.Create());
root.Subcommands.Add(BenchCommand.Create());
root.Subcommands.Add(WorkCommand.Create());
root.Subcommands.Add(GraphTrialCommand.Create());
root.Subcommands.Add(GpuFaultCommand.Create());

return await CommandRunner.RunAsync(root, args);
