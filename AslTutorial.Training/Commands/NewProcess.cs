using System.Diagnostics;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Commands;

/// <summary>
/// Goes on in a new process of the same program, with this one as its parent: for a trainer that no site has started, and
/// whose own process cannot use the device any more. As the child has the parent's command line, it needs no more than
/// the option that ends it with its parent.
/// </summary>
internal static class NewProcess
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Runs it, and another one each time it asks for that; returns the last one's exit code.</summary>
    /// <param name="option">Ends the child when its standard input closes.</param>
    public static async Task<int> GoOnAsync(string option, CancellationToken stop)
    {
        var exitCode = TrainerExitCodes.TryAgain;
        while (exitCode == TrainerExitCodes.TryAgain && !stop.IsCancellationRequested)
        {
            using var process = Process.Start(StartInfo(option)) ?? throw new InvalidOperationException("The system has started no process.");
            await process.WaitForExitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                await EndAsync(process);
                return CommandRunner.Done;
            }

            exitCode = process.ExitCode;
        }

        return exitCode == TrainerExitCodes.TryAgain ? CommandRunner.Done : exitCode;
    }

    private static ProcessStartInfo StartInfo(string option)
    {
        var arguments = Environment.GetCommandLineArgs();
        var host = Environment.ProcessPath ?? "dotnet";

        // The first argument is the program's dll, which must not be passed to its own executable.
        var isShared = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(host, [.. isShared ? arguments : arguments[1..], option])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
    }

    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Farewell);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
