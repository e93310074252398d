using AslTutorial.Lessons.Answers;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads gaps by the grammar of answers.</summary>
internal sealed class AnswerGapReader : IGapReader
{
    /// <summary>What the listings before any gap have set.</summary>
    private static readonly AnswerNames Names = new(
        new Dictionary<string, long> { ["IMG_HEIGHT"] = 28, ["IMG_WIDTH"] = 28, ["IMG_CHS"] = 1 },
        ["BATCH_SIZE", "train_df", "valid_df", "train_data", "valid_data", "train_loader", "valid_loader", "train_N", "valid_N", "model"]);

    public GapReading Read(CellDescription cell, CellParameter gap, string text)
    {
        // A gap that may be empty is the rest of a call's arguments.
        var reading = AnswerReader.Read(text, gap.MayBeEmpty ? GapKind.Argument : GapKind.Integer, Names);
        return reading switch
        {
            { Fault: { } fault } => new(Value: null, Fault: fault.Text(SiteCultures.Current)),
            { Value: { } value } => new(ToCell(value), reading.Keyword),
            _ => GapReading.Empty,
        };
    }

    /// <summary>As the trainer's programs know it; to them None is a name.</summary>
    public static CellValue ToCell(AnswerValue value) => value switch
    {
        AnswerValue.String text => CellValue.String(text.Text),
        AnswerValue.Integer integer => CellValue.Of(integer.Value),
        AnswerValue.Real real => CellValue.Of(real.Value),
        AnswerValue.Boolean boolean => CellValue.Of(boolean.Value),
        AnswerValue.Name name => CellValue.Name(name.Word),
        AnswerValue.None => CellValue.Name("None"),
        _ => throw new NotSupportedException($"No value of a cell for {value.GetType().Name}."),
    };
}
