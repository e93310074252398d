namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// PyTorch's random numbers on the CPU (MT19937: Matsumoto, Nishimura, 1998), apart from torch's own generator, whose
/// state belongs to nobody here. The same seed gives the same numbers as torch.manual_seed.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    /// <param name="seed">Its lower 32 bits count, as in PyTorch.</param>
    public MersenneTwister(long seed)
    {
        _state[0] = unchecked((uint)seed);
        for (var i = 1u; i < Length; i++)
        {
            var previous = _state[i - 1];
            _state[i] = unchecked((1812433253u * (previous ^ (previous >> 30))) + i);
        }
    }

    /// <summary>As torch.empty((), dtype=torch.int64).random_().item(): 63 bits.</summary>
    public long NextInt64()
    {
        var high = (ulong)NextUInt32() << 32;
        return (long)((high | NextUInt32()) & long.MaxValue);
    }

    public uint NextUInt32()
    {
        if (_next == Length)
        {
            Twist();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < Length; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Length] & 0x7fffffff);
            var odd = (y & 1) != 0 ? 0x9908b0dfu : 0;
            _state[i] = _state[(i + Middle) % Length] ^ (y >> 1) ^ odd;
        }

        _next = 0;
    }
}
