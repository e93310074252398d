using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AslTutorial.Training.Loop;

/// <summary>
/// Draws dropout masks on the CPU: sixteen xoshiro128+ generators (Blackman, Vigna: Scrambled linear pseudorandom number
/// generators, 2021) side by side in one vector. torch's own generator makes one number at a time, which took a tenth of
/// a training step. The numbers are the same on every processor.
/// </summary>
internal sealed class MaskGenerator
{
    private const int Lanes = 16;

    private Vector512<uint> _a, _b, _c, _d;

    public MaskGenerator(long seed)
    {
        var state = new uint[4 * Lanes];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = (uint)(SeedStream.Mix((ulong)seed + ((ulong)i << 48)) >> 32);
        }

        _a = Vector512.Create<uint>(state.AsSpan(0, Lanes));
        _b = Vector512.Create<uint>(state.AsSpan(Lanes, Lanes));
        _c = Vector512.Create<uint>(state.AsSpan(2 * Lanes, Lanes));
        _d = Vector512.Create<uint>(state.AsSpan(3 * Lanes, Lanes));
    }

    /// <summary>Fills with 1 (kept, with probability 1 - <paramref name="drop"/>) and 0 (dropped).</summary>
    public void Fill(Span<float> mask, double drop)
    {
        var threshold = Vector512.Create((uint)Math.Round(drop * uint.MaxValue));
        var whole = MemoryMarshal.Cast<float, Vector512<float>>(mask);
        Vector512<uint> a = _a, b = _b, c = _c, d = _d;
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = Keep(Next(ref a, ref b, ref c, ref d), threshold);
        }

        var rest = mask[(whole.Length * Lanes)..];
        if (!rest.IsEmpty)
        {
            Span<float> last = stackalloc float[Lanes];
            Keep(Next(ref a, ref b, ref c, ref d), threshold).CopyTo(last);
            last[..rest.Length].CopyTo(rest);
        }

        (_a, _b, _c, _d) = (a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Keep(Vector512<uint> numbers, Vector512<uint> threshold) =>
        Vector512.GreaterThanOrEqual(numbers, threshold).AsSingle() & Vector512<float>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Next(ref Vector512<uint> a, ref Vector512<uint> b, ref Vector512<uint> c, ref Vector512<uint> d)
    {
        var result = a + d;
        var shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >> 21);
        return result;
    }
}
