namespace AslTutorial.Lessons;

/// <summary>A page elsewhere to read on.</summary>
/// <param name="Title">Plain text, in the lesson's language.</param>
/// <param name="Url">Begins with "https://".</param>
public sealed record LessonLink(string Title, string Url);
