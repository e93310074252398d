using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>A learner's work on a lesson, for export.</summary>
internal sealed record WorkReply(
    string Lesson,
    string Title,
    DateTimeOffset ExportedAt,
    [property: Description("Until when the site keeps this work if the learner does not come back.")] DateTimeOffset KeptUntil,
    [property: Description("The sections read.")] IReadOnlyList<string> SectionsRead,
    [property: Description("Everything that was typed, checked or not.")] IReadOnlyList<WorkValue> Values,
    [property: Description("The last run of every cell.")] IReadOnlyList<WorkCell> Cells,
    IReadOnlyList<WorkExercise> Exercises,
    IReadOnlyList<WorkQuestion> Questions,
    [property: Description("The learner's trainings, the newest first.")] IReadOnlyList<RunSummary> Runs,
    [property: Description("What the learner saw in the images that a run confuses, the newest first.")] IReadOnlyList<WorkConfusionNote> ConfusionNotes);

/// <summary>A text in a gap, in a parameter or as the answer to a question.</summary>
internal sealed record WorkValue(string Cell, string Name, string Text);

/// <summary>A cell that was run.</summary>
internal sealed record WorkCell(string Cell, int? Count, DateTimeOffset? EndedAt, IReadOnlyList<CellOutputReply> Outputs);

/// <summary>The work on an exercise.</summary>
internal sealed record WorkExercise(
    string Exercise,
    [property: Description("The same answers checked again count once.")] int Attempts,
    int HintsShown,
    DateTimeOffset? SolvedAt,
    [property: Description("When the solution was opened, if that was before solving it.")] DateTimeOffset? RevealedAt,
    [property: Description("The oldest first; very old ones are not kept.")] IReadOnlyList<WorkAttempt> Checked);

/// <summary>A checked attempt at an exercise.</summary>
internal sealed record WorkAttempt(DateTimeOffset At, string Status, string? Mistake, IReadOnlyDictionary<string, string> Answers);

/// <summary>The learner's answer to a question.</summary>
internal sealed record WorkQuestion(string Question, string Answer, string Status, DateTimeOffset At);

/// <summary>The learner's note on the images that a run's net confuses.</summary>
internal sealed record WorkConfusionNote(Guid Run, string Note, DateTimeOffset KeptAt);
