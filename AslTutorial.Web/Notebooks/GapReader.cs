using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads a learner's text in a gap, as its exercise defines. Nothing is executed.</summary>
internal sealed class GapReader(ExerciseLibrary exercises)
{
    /// <param name="cell">The exercise with this gap.</param>
    /// <param name="text">As typed, of any length.</param>
    public GapReading Read(NotebookCell cell, CellParameter gap, string text)
    {
        var exercise = exercises.FindExercise(cell.Lesson, cell.Id);
        var reading = exercise?.Find(gap.Name)?.Read(text, exercise.Names)
            ?? throw new InvalidOperationException($"The exercise {cell.Id} has no gap {gap.Name}.");
        return reading switch
        {
            { Fault: { } fault } => new(Value: null, Fault: fault.Text(SiteCultures.Current)),
            { Value: { } value } => new(ToCell(value), reading.Keyword),
            _ => GapReading.Empty,
        };
    }

    /// <summary>As the trainer's programs expect it; None is passed as a name.</summary>
    public static CellValue ToCell(AnswerValue value) => value switch
    {
        AnswerValue.String text => CellValue.String(text.Text),
        AnswerValue.Wording wording => CellValue.String(wording.Words),
        AnswerValue.Integer integer => CellValue.Of(integer.Value),
        AnswerValue.Real real => CellValue.Of(real.Value),
        AnswerValue.Boolean boolean => CellValue.Of(boolean.Value),
        AnswerValue.Name name => CellValue.Name(name.Word),
        AnswerValue.None => CellValue.Name("None"),
        _ => throw new NotSupportedException($"No value of a cell for {value.GetType().Name}."),
    };
}
