using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AslTutorial.Training.Data.Csv;

/// <summary>The fast path: reads rows that are right and gives up on all others, which <see cref="CsvFaults"/> then explains.</summary>
internal static class CsvRow
{
    /// <summary>The label and the pixels.</summary>
    public const int Columns = 1 + ImageSet.PixelsPerImage;

    /// <summary>The most a right row can take: three digits and a separator a column, and a CR.</summary>
    public const int MaxBytes = (Columns * 4) + 1;

    private const byte Comma = (byte)',';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    /// <summary>Reads one row.</summary>
    /// <param name="source">Starts at the row, holds it whole, and has four readable bytes behind its end.</param>
    /// <param name="pixels">Takes the 784 pixels.</param>
    /// <param name="label">The label as written, 0-255: its range is the caller's to judge.</param>
    /// <returns>The bytes of the row with its line end, or 0 when it is not a right row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // A start reads the files once: waiting for tiered JIT would cost more than it gives.
    public static int Read(ReadOnlySpan<byte> source, Span<byte> pixels, out byte label)
    {
        label = 0;
        // All reads below stay within MaxBytes + 4, so one length check replaces 785.
        if (source.Length < MaxBytes + 4)
        {
            Span<byte> copy = stackalloc byte[MaxBytes + 4];
            copy.Clear();
            source.CopyTo(copy);
            return Read(copy, pixels, out label);
        }

        ref var start = ref MemoryMarshal.GetReference(source);
        ref var target = ref MemoryMarshal.GetReference(pixels[..ImageSet.PixelsPerImage]);
        var at = Field(ref start, 0, out label);
        if (at < 0 || Unsafe.Add(ref start, at) != Comma)
        {
            return 0;
        }

        for (var i = 0; i < ImageSet.PixelsPerImage - 1; i++)
        {
            at = Field(ref start, at + 1, out Unsafe.Add(ref target, i));
            if (at < 0 || Unsafe.Add(ref start, at) != Comma)
            {
                return 0;
            }
        }

        at = Field(ref start, at + 1, out Unsafe.Add(ref target, ImageSet.PixelsPerImage - 1));
        if (at < 0)
        {
            return 0;
        }

        if (Unsafe.Add(ref start, at) == CarriageReturn)
        {
            at++;
        }

        return Unsafe.Add(ref start, at) == LineFeed ? at + 1 : 0;
    }

    /// <summary>Reads one to three digits worth 0-255: four bytes at once, without a branch on how many digits there are.</summary>
    /// <returns>Where the field's separator lies, or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Field(ref byte start, int at, out byte value)
    {
        var word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at));
        if (!BitConverter.IsLittleEndian)
        {
            word = BinaryPrimitives.ReverseEndianness(word);
        }

        // '0'-'9' become 0-9 and every other byte becomes 10 or more; the mask marks the latter.
        word ^= 0x30303030;
        var others = (((word & 0x7f7f7f7f) + 0x76767676) | word) & 0x80808080;
        var digits = BitOperations.TrailingZeroCount(others) >> 3;

        // The last digit moves to the highest byte, so that one product sums hundreds, tens and ones there.
        var aligned = word << ((4 - digits) << 3);
        value = (byte)((aligned * 0x00640a01) >> 24);

        // Digit by digit, 2 5 5 is the largest that fits.
        var fits = digits is > 0 and < 4 && BinaryPrimitives.ReverseEndianness(aligned) <= 0x00020505;
        return fits ? at + digits : -1;
    }
}
