using AslTutorial.Training.Data;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Commands;

/// <summary>Turns what a command may meet into one sentence on standard error and an exit code.</summary>
internal static class CommandFault
{
    /// <summary>Runs a command's body away from the main thread, which stays free for Ctrl+C.</summary>
    public static Task<int> GuardAsync(Func<int> body) => Task.Run(() =>
    {
        try
        {
            return body();
        }
        catch (OperationCanceledException)
        {
            return CommandRunner.Stopped;
        }
        catch (Exception fault) when (fault is TorchUnavailableException or SignDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return CommandRunner.Failed;
        }
    });
}
