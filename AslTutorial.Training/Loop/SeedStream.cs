namespace AslTutorial.Training.Loop;

/// <summary>
/// Seeds derived from a run's seed: one for each purpose and epoch. So no state of a generator has to be kept from one
/// epoch to the next: a resumed run draws what the uninterrupted one would have drawn.
/// </summary>
internal static class SeedStream
{
    public static long Weights(long seed) => Derive(seed, 1, 0);

    public static long Subset(long seed) => Derive(seed, 2, 0);

    public static long Order(long seed, int epoch) => Derive(seed, 3, epoch);

    public static long Dropout(long seed, int epoch) => Derive(seed, 4, epoch);

    /// <summary>Of the images that are measured, where their loader shuffles.</summary>
    public static long MeasuredOrder(long seed, int epoch) => Derive(seed, 5, epoch);

    /// <summary>Of the masks while measuring in training mode.</summary>
    public static long MeasuredDropout(long seed, int epoch) => Derive(seed, 6, epoch);

    /// <summary>
    /// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), over the
    /// three numbers in turn.
    /// </summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    // Shifted right: torch takes a positive long.
    private static long Derive(long seed, ulong purpose, int epoch) =>
        (long)(Mix(Mix(Mix((ulong)seed) ^ purpose) ^ (ulong)epoch) >> 1);
}
