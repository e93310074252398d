using System.CommandLine;
using AslTutorial.Training.Commands;

// One line a command; each command lies in Commands/ and says what it takes.
var root = new RootCommand("Trains the nets of the tutorial: by hand, in a benchmark, or as the trainer of a site.")
{
    DataCommand.Create(), TrainCommand.Create(), BenchCommand.Create(), WorkCommand.Create(), GraphTrialCommand.Create(), GpuFaultCommand.Create(),
};

return await CommandRunner.RunAsync(root, args);
