using System.Globalization;

namespace AslTutorial.Training.Data.Csv;

/// <summary>
/// Tells the codings apart and brings labels to classes 0-23. 24 only occurs in one coding and 9 only in the other,
/// so one row of either settles it for its file, and for the other one unless that one's images speak against it. Without
/// either, the labels up to 8 mean the same in both, and for those above the published coding is assumed.
/// </summary>
internal static class LabelCodes
{
    public const byte OnlyContiguous = 9;

    private const byte OnlyAlphabet = 24;

    /// <summary>The coding of a data set.</summary>
    /// <param name="tables">The files of the data set.</param>
    /// <param name="settled">False when nothing in the files tells the codings apart and it matters.</param>
    /// <exception cref="SignDataException">Both codings are used.</exception>
    public static LabelCoding Recognise(ReadOnlySpan<CsvTable> tables, out bool settled)
    {
        var contiguous = Find(tables, OnlyContiguous);
        var alphabet = Find(tables, OnlyAlphabet);
        if (contiguous.Count > 0 && alphabet.Count > 0)
        {
            // The rarer one is the more likely slip, so the message points at it.
            throw contiguous.Count <= alphabet.Count
                ? Conflict(contiguous, OnlyContiguous, "0-24 without 9", alphabet, OnlyAlphabet)
                : Conflict(alphabet, OnlyAlphabet, "0-23", contiguous, OnlyContiguous);
        }

        settled = contiguous.Count > 0 || alphabet.Count > 0 || !AnyAbove(tables, OnlyContiguous);
        var coding = contiguous.Count > 0 ? LabelCoding.Contiguous : LabelCoding.Alphabet;
        CompareImages(tables, coding);
        return coding;
    }

    /// <summary>Turns labels as written into classes, in place.</summary>
    public static void Normalise(byte[] codes, LabelCoding coding)
    {
        if (coding == LabelCoding.Contiguous)
        {
            return;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] -= codes[i] > OnlyContiguous ? (byte)1 : (byte)0;
        }
    }

    private static Evidence Find(ReadOnlySpan<CsvTable> tables, byte code)
    {
        Evidence? first = null;
        var count = 0;
        foreach (var table in tables)
        {
            var row = table.Codes.AsSpan().IndexOf(code);
            if (row >= 0)
            {
                first ??= new Evidence(table.File, CsvTable.LineOf(row), 0);
                count += table.Codes.AsSpan().Count(code);
            }
        }

        return first is null ? new Evidence("", 0, 0) : first with { Count = count };
    }

    private static void CompareImages(ReadOnlySpan<CsvTable> tables, LabelCoding coding)
    {
        var proof = coding == LabelCoding.Contiguous ? OnlyContiguous : OnlyAlphabet;
        foreach (var silent in tables)
        {
            if (silent.Codes.AsSpan().Contains(proof))
            {
                continue;
            }

            foreach (var known in tables)
            {
                var seen = known.Codes.AsSpan().IndexOf(proof);
                if (seen >= 0 && CodingByImages.Contradicts(known, coding, silent))
                {
                    var row = silent.Codes.AsSpan().IndexOfAnyInRange((byte)(OnlyContiguous + 1), OnlyAlphabet);
                    var (here, there) = coding == LabelCoding.Contiguous ? ("0-24 without 9", "0-23") : ("0-23", "0-24 without 9");
                    throw CsvFaults.At(silent.File, CsvTable.LineOf(row), 1, string.Create(
                        CultureInfo.InvariantCulture,
                        $"expected labels of the coding {there}, because {known.File}, line {CsvTable.LineOf(seen)} has {proof}, but from this line on the images fit the coding {here}"));
                }
            }
        }
    }

    private static bool AnyAbove(ReadOnlySpan<CsvTable> tables, byte code)
    {
        foreach (var table in tables)
        {
            if (table.Codes.AsSpan().IndexOfAnyInRange((byte)(code + 1), byte.MaxValue) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static SignDataException Conflict(Evidence fault, byte found, string coding, Evidence other, byte seen)
    {
        var where = other.File == fault.File ? "" : $"{other.File}, ";
        return CsvFaults.At(fault.File, fault.Line, 1, string.Create(
            CultureInfo.InvariantCulture,
            $"expected a label of the coding {coding}, because {where}line {other.Line} has {seen}, found {found}"));
    }

    private sealed record Evidence(string File, long Line, int Count);
}
