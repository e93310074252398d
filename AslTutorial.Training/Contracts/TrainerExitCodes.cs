namespace AslTutorial.Training.Contracts;

/// <summary>Exit codes of a trainer's process that tell the site beside it what to do.</summary>
public static class TrainerExitCodes
{
    /// <summary>An error of the device that nothing in the same process recovers from.</summary>
    public const int DeviceLost = 70;

    /// <summary>The device could not be used; a new process may find it (the number is EX_TEMPFAIL of sysexits.h).</summary>
    public const int TryAgain = 75;
}
