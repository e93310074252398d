namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>What is to be executed to show the consequence of an answer.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Stage">How far: one of the lesson's stages.</param>
/// <param name="View">What makes the consequence visible: one of the lesson's views, or null.</param>
/// <param name="Values">Of every gap, in the order of the code.</param>
public sealed record OutcomeRequest(string Exercise, string Stage, string? View, IReadOnlyList<GapValue> Values);
