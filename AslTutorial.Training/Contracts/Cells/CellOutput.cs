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

/// <summary>The kinds of output; "text", "image", "table", "error" in JSON.</summary>
public enum CellOutputKind
{
    Text,
    Image,
    Table,
    Error,
}

/// <summary>Hands, side by side, each with its letter below.</summary>
/// <param name="Png">The file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Letters">The letters from left to right and from top to bottom; '?' where a label is none of the 24 classes.</param>
/// <param name="Total">How many images there were; the picture shows the first ones where they are too many.</param>
/// <param name="AltText">English; the site words it in the reader's language from the letters.</param>
public sealed record CellImage(byte[] Png, int Width, int Height, string Letters, int Total, string AltText);

/// <summary>A small table; headings are expressions of the listing, in no human language.</summary>
public sealed record CellTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>An exception as Python shows it.</summary>
/// <param name="Type">"KeyError".</param>
/// <param name="Message">Python's, numpy's, pandas' or PyTorch's own text: "'labels'".</param>
/// <param name="Trace">Where it came from, outermost first: the statements, with the learner's values in them.</param>
public sealed record CellError(string Type, string Message, IReadOnlyList<CellTraceLine> Trace);

/// <summary>A line of a traceback.</summary>
/// <param name="Cell">The cell or exercise whose listing has the statement.</param>
/// <param name="Function">"&lt;module&gt;", or the function it stands in.</param>
/// <param name="Statement">The Python statement.</param>
public sealed record CellTraceLine(string Cell, string Function, string Statement);
