using System.CommandLine;
using System.Globalization;

namespace AslTutorial.Training.Commands;

/// <summary>Runs the command line: 0 done, 1 failed, 2 not understood, 130 stopped by Ctrl+C.</summary>
internal static class CommandRunner
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;
    public const int Stopped = 130;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        // Numbers are read and written alike on every machine, whatever language it speaks.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return Misused;
        }

        // On Ctrl+C the command finishes its batch and returns its own exit code.
        // The trainer handles signals itself: beside a site, the site handles Ctrl+C.
        var patience = parsed.CommandResult.Command.Name == WorkCommand.Name ? (TimeSpan?)null : TimeSpan.FromSeconds(10);
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = patience });
    }
}
