using AslTutorial.Training.Native;

namespace AslTutorial.Training.Loop;

/// <summary>What happens when the device's context is lost: a line is written and the process ends.</summary>
/// <param name="log">Gets the line.</param>
/// <param name="exitCode">What the process ends with.</param>
/// <param name="end">Ends the process with a code; null for <see cref="ProcessEnd.AtOnce"/>.</param>
internal sealed class DeviceLoss(IProgress<string> log, int exitCode, Action<int>? end = null)
{
    private readonly Action<int> _end = end ?? ProcessEnd.AtOnce;

    /// <summary>
    /// Ends the process if the fault is of that kind; does nothing and is false for any other. Meant for an exception
    /// filter: it runs before the frames between are left, whose tensors would be given back to a broken context.
    /// </summary>
    public bool Ends(Exception fault)
    {
        if (!TorchFaults.LosesDevice(fault))
        {
            return false;
        }

        log.Report($"The device is lost and this process ends: {TorchFaults.Reason(fault)}.");
        _end(exitCode);
        return true;
    }
}
