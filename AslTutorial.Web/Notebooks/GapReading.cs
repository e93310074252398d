using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>What became of a text.</summary>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Keyword">What stood before "=", in an argument of a call.</param>
/// <param name="Fault">Why it is no value: a sentence in the reader's language. Neither value nor fault: nothing was written.</param>
internal sealed record GapReading(CellValue? Value, string? Keyword = null, string? Fault = null)
{
    public static GapReading Empty { get; } = new(Value: null);

    public bool IsEmpty => Value is null && Fault is null;
}
