using AslTutorial.FaultyTrainer;
using AslTutorial.Training.Commands;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Service;

// The real trainer with a kit that fails as it is told, understood as far as a site's command line goes.
var log = new ConsoleLog();
var options = new ServiceOptions(new Uri(Option("--server")), Environment.GetEnvironmentVariable(TrainerRoutes.KeyVariable)!)
{
    DescribeInterval = TimeSpan.FromMilliseconds(200),
    DeviceRetry = TimeSpan.FromMilliseconds(500),
};
return await WorkCommand.RunAsync(
    options, new FaultyKit(Option("--data")), args.Contains("--with-parent"), new DeviceLoss(log, TrainerExitCodes.DeviceLost), log);

string Option(string name) => args[Array.IndexOf(args, name) + 1];
