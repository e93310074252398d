using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>A learner's work on a lesson, to keep or to hand in.</summary>
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
