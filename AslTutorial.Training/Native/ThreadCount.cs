namespace AslTutorial.Training.Native;

/// <summary>How many threads compute on the CPU.</summary>
internal static class ThreadCount
{
    public const int Max = 256;

    /// <summary>
    /// One core is left to the site beside the trainer. A batch of 32 small images does not keep more than a few
    /// threads busy, and threads that wait for each other make it slower.
    /// </summary>
    public static int Default { get; } = Math.Clamp(Environment.ProcessorCount - 1, 1, 4);
}
