using System.Diagnostics.CodeAnalysis;

namespace AslTutorial.Training.Contracts.Cells;

/// <summary>A value a learner wrote, read and typed by the site. Made by the methods below; one record, so that any serializer can carry it.</summary>
/// <param name="Kind">Which of the other members holds the value.</param>
/// <param name="Text">The characters of a string, or the word of a name; else empty.</param>
/// <param name="Integer">An integer's value.</param>
/// <param name="Real">A real number's value.</param>
/// <param name="Boolean">A boolean's value.</param>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as the lesson names them.")]
public sealed record CellValue(CellValueKind Kind, string Text = "", long Integer = 0, double Real = 0, bool Boolean = false)
{
    public static CellValue String(string text) => new(CellValueKind.String, Text: text);

    public static CellValue Of(long value) => new(CellValueKind.Integer, Integer: value);

    public static CellValue Of(double value) => new(CellValueKind.Real, Real: value);

    public static CellValue Of(bool value) => new(CellValueKind.Boolean, Boolean: value);

    public static CellValue Name(string word) => new(CellValueKind.Name, Text: word);
}

/// <summary>What a learner may write; there is nothing else.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as the lesson names them.")]
public enum CellValueKind
{
    String,
    Integer,
    Real,
    Boolean,

    /// <summary>A bare word, looked up among the names the cell knows when the cell runs; never evaluated.</summary>
    Name,
}

/// <summary>The current value of a gap or of a free parameter.</summary>
/// <param name="Cell">The cell or exercise it stands in.</param>
/// <param name="Name">The gap's or parameter's name.</param>
/// <param name="Value">What the learner wrote.</param>
/// <param name="Keyword">Where the gap is a call argument: the keyword it was written with, as in shuffle=True.</param>
public sealed record CellArgument(string Cell, string Name, CellValue Value, string? Keyword = null);
