namespace AslTutorial.Lessons;

/// <summary>A gap or a parameter of a cell.</summary>
/// <param name="Name">Unique in its cell.</param>
/// <param name="Label">What it is, in the lesson's language: read out by screen readers.</param>
public sealed record LessonPlace(string Name, string Label);
