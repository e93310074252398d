using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>The result of reading a text in a gap or parameter. Neither value nor fault: it is empty.</summary>
/// <param name="Value">The value; null if there is none.</param>
/// <param name="Keyword">The keyword before "=", for an argument of a call.</param>
/// <param name="Fault">Why it is not a valid value: a sentence in the reader's language.</param>
internal sealed record GapReading(CellValue? Value, string? Keyword = null, string? Fault = null)
{
    public static GapReading Empty { get; } = new(Value: null);

    public bool IsEmpty => Value is null && Fault is null;
}
