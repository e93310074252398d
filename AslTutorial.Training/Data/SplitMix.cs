namespace AslTutorial.Training.Data;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014): the same numbers
/// on every machine and in every .NET version, which System.Random does not promise.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private const ulong Golden = 0x9e3779b97f4a7c15;

    private ulong _state = seed;

    /// <summary>A generator of its own for one of many things that share a seed.</summary>
    public static SplitMix For(ulong seed, ulong stream, ulong index) =>
        new(Mix(Mix(Mix(seed + Golden) + stream + Golden) + index + Golden));

    public ulong Next() => Mix(_state += Golden);

    /// <summary>From 0, and less than <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From 0, and less than 1; a multiple of 2^-24, so exact as a float.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>Near 0, within -1 and 1, with variance 1/9: the mean of three uniforms from -1 to 1.</summary>
    public float Bell() => ((Unit() + Unit() + Unit()) * (2f / 3f)) - 1f;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
