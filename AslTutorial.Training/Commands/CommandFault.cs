using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Commands;

/// <summary>Turns what a command may meet into one sentence on standard error and an exit code.</summary>
internal static class CommandFault
{
    /// <summary>Runs a command's body away from the main thread, which stays free for Ctrl+C.</summary>
    /// <param name="loss">Ends the process where the device is lost; null for one that says so on standard error.</param>
    public static Task<int> GuardAsync(Func<int> body, DeviceLoss? loss = null) => Task.Run(() =>
    {
        loss ??= new DeviceLoss(new ErrorLine(), CommandRunner.Failed);
        try
        {
            return body();
        }
        catch (Exception fault) when (loss.Ends(fault))
        {
            return CommandRunner.Failed;
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
        catch (Exception fault) when (TorchFaults.IsOne(fault))
        {
            Console.Error.WriteLine(TorchFaults.Describe(fault, onCard: false).Text);
            return CommandRunner.Failed;
        }
    });

    private sealed class ErrorLine : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
