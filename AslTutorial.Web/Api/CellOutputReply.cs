using System.ComponentModel;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Api;

/// <summary>One output of a cell; properties that its kind does not have are omitted.</summary>
internal sealed record CellOutputReply
{
    [Description("text, image, table or error.")]
    public required CellOutputKind Kind { get; init; }

    [Description("What Python would print; with an error its last line.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [Description("With an image: the PNG, base64.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public byte[]? Png { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Width { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Height { get; init; }

    [Description("With an image: the letters of the hands, from left to right and from top to bottom.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Letters { get; init; }

    [Description("With an image: how many hands there were; the picture shows the first ones where they are too many.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Total { get; init; }

    [Description("With an image: what it shows, in the reader's language.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Alt { get; init; }

    [Description("With a table: its headings.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Columns { get; init; }

    [Description("With a table: its rows.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    [Description("With an error: its class, such as KeyError.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    [Description("With an error: its message.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    [Description("With an error: the statements it came from, outermost first.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CellTraceLine>? Trace { get; init; }

    public static CellOutputReply From(CellOutput output, Func<CellImage, string> alt) => output switch
    {
        { Image: { } image } => new()
        {
            Kind = output.Kind,
            Png = image.Png,
            Width = image.Width,
            Height = image.Height,
            Letters = image.Letters,
            Total = image.Total,
            Alt = alt(image),
        },
        { Table: { } table } => new() { Kind = output.Kind, Columns = table.Columns, Rows = table.Rows },
        { Error: { } error } => new()
        {
            Kind = output.Kind,
            Text = error.Message.Length == 0 ? error.Type : $"{error.Type}: {error.Message}",
            Type = error.Type,
            Message = error.Message,
            Trace = error.Trace,
        },
        _ => new() { Kind = output.Kind, Text = output.Text ?? "" },
    };
}
