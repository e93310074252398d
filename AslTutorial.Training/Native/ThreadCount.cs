namespace AslTutorial.Training.Native;

/// <summary>How many threads compute on the CPU.</summary>
internal static class ThreadCount
{
    public const int Max = 256;

    // A batch of 32 divided among more threads than this is hardly faster: docs/benchmarks.md.
    private const int StopsHelping = 8;

    /// <summary>One core is left to the site beside the trainer.</summary>
    public static int Default { get; } = Math.Clamp(Environment.ProcessorCount - 1, 1, StopsHelping);
}
