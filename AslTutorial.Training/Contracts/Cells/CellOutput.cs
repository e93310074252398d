namespace AslTutorial.Training.Contracts.Cells;

/// <summary>One output of a cell.</summary>
/// <param name="Kind">Which of the other members is there.</param>
/// <param name="Text">What Python would print, without a line break at its end.</param>
/// <param name="Image">A picture that says more than the print beside it.</param>
/// <param name="Table">A small table.</param>
/// <param name="Error">What Python would raise.</param>
public sealed record CellOutput(
    CellOutputKind Kind,
    string? Text = null,
    CellImage? Image = null,
    CellTable? Table = null,
    CellError? Error = null)
{
    public static CellOutput Of(string text) => new(CellOutputKind.Text, Text: text);

    public static CellOutput Of(CellImage image) => new(CellOutputKind.Image, Image: image);

    public static CellOutput Of(CellTable table) => new(CellOutputKind.Table, Table: table);

    public static CellOutput Of(CellError error) => new(CellOutputKind.Error, Error: error);
}
