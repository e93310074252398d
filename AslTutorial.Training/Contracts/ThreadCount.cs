namespace AslTutorial.Training.Contracts;

/// <summary>How many threads compute on the CPU.</summary>
public static class ThreadCount
{
    /// <summary>The most that can be asked for.</summary>
    public const int Max = 256;

    // Eight pieces of four images for a batch of 32; more threads have not been measured (docs/benchmarks.md, 2).
    private const int Enough = 8;

    /// <summary>For a trainer that has the machine to itself, with the site.</summary>
    public static int Default { get; } = Shared(trainers: 1, Environment.ProcessorCount);

    /// <summary>For each of several trainers that compute beside each other.</summary>
    /// <param name="trainers">How many they are, at least 1.</param>
    /// <param name="cores">Of the machine; one is left to the site.</param>
    public static int Shared(int trainers, int cores) => Math.Clamp((cores - 1) / trainers, 1, Enough);
}
