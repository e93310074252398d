namespace AslTutorial.Training.Contracts.Course;

/// <summary>How far an exercise's answer is executed.</summary>
/// <param name="Name">As exercises have it: "first-batch".</param>
/// <param name="Program">The cell that does it.</param>
/// <param name="After">The cells of the lesson that come directly before a program that is not one of them.</param>
/// <param name="View">What shows the damage of a wrong answer that nobody has foreseen; null for nothing.</param>
public sealed record StageDescription(string Name, string Program, IReadOnlyList<string>? After = null, string? View = null);
