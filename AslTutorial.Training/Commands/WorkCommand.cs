using System.CommandLine;
using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using AslTutorial.Training.Service;

namespace AslTutorial.Training.Commands;

/// <summary>work: serves a site as its trainer.</summary>
internal static class WorkCommand
{
    public const string Name = "work";

    private const string WithParent = "--with-parent";
    private const int ConnectionThreads = 8;

    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = "The site's address, such as https://site; http only on this machine.", Required = true };
        var key = new Option<FileInfo?>("--key-file") { Description = $"A file with this trainer's key, which only its owner may read; without it the key is in {TrainerRoutes.KeyVariable}." };
        var withParent = new Option<bool>(WithParent) { Description = "End when standard input closes: for a site that starts its own trainer." };
        var data = new DataCommandOptions();
        var torch = new TorchCommandOptions();
        var command = new Command(Name, "Serves a site as its trainer, until stopped.") { server, key, withParent };
        data.AddTo(command);
        torch.AddTo(command);
        server.Validators.Add(result =>
        {
            if (!IsWebAddress(result.GetValueOrDefault<string>(), isBesideTheSite: result.GetValue(withParent)))
            {
                result.AddError("--server is an address such as https://site; http is only for a site on this machine, as anybody between could read the key.");
            }
        });
        command.SetAction(async (result, _) =>
        {
            var (shown, fault) = SiteKey.Read(result.GetValue(key), Environment.GetEnvironmentVariable(TrainerRoutes.KeyVariable));
            if (shown is null)
            {
                await Console.Error.WriteLineAsync(fault);
                return CommandRunner.Misused;
            }

            var log = new ConsoleLog();
            var loss = new DeviceLoss(log, TrainerExitCodes.DeviceLost);
            using var kit = new TorchKit(torch.Read(result), data.Read(result), loss, log);
            return await RunAsync(new ServiceOptions(new Uri(result.GetValue(server)!), shown), kit, result.GetValue(withParent), loss, log);
        });
        return command;
    }

    /// <summary>Works with a kit until it is told to stop, or does not return.</summary>
    internal static async Task<int> RunAsync(ServiceOptions options, ITrainingKit kit, bool withParent, DeviceLoss loss, IProgress<string> log)
    {
        // Drawing the synthetic hands keeps as many pool threads busy as there are cores; the connection must not wait for it.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + ConnectionThreads, ports);
        using var stop = new CancellationTokenSource();
        using var parent = withParent ? new ParentWatch(Console.OpenStandardInput()) : null;
        using var parentEnds = parent?.Ended.Register(stop.Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = withParent ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await using (var trainer = new TrainerService(options, kit, loss, TimeProvider.System, log))
        {
            if (!await trainer.RunAsync(stop.Token))
            {
                return CommandRunner.Done;
            }
        }

        if (!withParent)
        {
            log.Report("A new process tries to use the device.");
        }

        // Ends at once, because this process may hold a broken device.
        ProcessEnd.AtOnce(withParent ? TrainerExitCodes.TryAgain : await NewProcess.GoOnAsync(WithParent, stop.Token));
        return CommandRunner.Failed;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>The site names its own trainer whatever address it listens on, which leads nowhere but to this machine.</summary>
    private static bool IsWebAddress(string? address, bool isBesideTheSite) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (uri.IsLoopback || isBesideTheSite)));
}
