namespace AslTutorial.Training.Contracts.Cells;

/// <summary>How much may be said of a cell.</summary>
public static class CellLimits
{
    /// <summary>The most bytes of a result's outputs and facts. The largest of lesson 3, a batch of 64 hands and more, has some 110,000.</summary>
    public const int MaxResultBytes = 256 << 10;

    /// <summary>The most cells that wait in a trainer for their turn.</summary>
    public const int MaxWaiting = 256;

    /// <summary>The longest text of a value, in characters.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>What a result takes: characters count three bytes, as most Chinese ones do in UTF-8.</summary>
    public static long SizeOf(CellResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outputs.Sum(SizeOf) + result.Facts.Sum(fact => Text(fact.Name) + Text(fact.Value.Text)) + Text(result.Fault?.Text);
    }

    private static long SizeOf(CellOutput output) =>
        Text(output.Text)
        + (output.Image is { } image ? image.Png.Length + Text(image.Letters) + Text(image.AltText) : 0)
        + (output.Table is { } table ? table.Columns.Sum(Text) + table.Rows.Sum(row => row.Sum(Text)) : 0)
        + (output.Error is { } error ? Text(error.Type) + Text(error.Message) + error.Trace.Sum(line => Text(line.Statement)) : 0);

    private static long Text(string? text) => 3L * (text?.Length ?? 0);
}
