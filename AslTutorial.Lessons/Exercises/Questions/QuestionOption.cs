namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>An answer to choose.</summary>
/// <param name="Id">Unique in its question.</param>
public sealed record QuestionOption(string Id, LocalText Text);
