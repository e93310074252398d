namespace AslTutorial.Lessons;

/// <summary>One of the answers to choose from.</summary>
/// <param name="Id">Unique in its question.</param>
/// <param name="Text">Plain text, in the lesson's language.</param>
public sealed record LessonChoice(string Id, string Text);
