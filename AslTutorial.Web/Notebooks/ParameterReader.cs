using AslTutorial.Lessons.Answers;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads a learner's text in a parameter: a number within its limits, or arithmetic that gives one.</summary>
internal sealed class ParameterReader(IStringLocalizer<NotebookTexts> texts)
{
    public GapReading Read(CellParameter parameter, string text) =>
        AnswerReader.Read(text, GapKind.Integer, AnswerNames.None).Value is { } read
        && GapReader.ToCell(read) is var value
        && parameter.Accepts(value)
            ? new(parameter.Default!.Kind == CellValueKind.Real && value.Kind == CellValueKind.Integer ? CellValue.Of((double)value.Integer) : value)
            : new(Value: null, Fault: Describe(parameter));

    private string Describe(CellParameter parameter) => parameter switch
    {
        { Allowed: { } allowed } => texts["Value.OneOf", string.Join(texts["Value.Separator"], allowed)],
        { Default.Kind: CellValueKind.Integer } => texts["Value.Whole", parameter.Min, parameter.Max],
        _ => texts["Value.Real", parameter.Min, parameter.Max],
    };
}
