namespace AslTutorial.Lessons;

/// <summary>A question to think about before a result is seen. Its answer stays on the server: it is not in here.</summary>
/// <param name="Id">Unique in the lesson.</param>
/// <param name="PromptHtml">Safe to show as it is.</param>
/// <param name="Options">What to choose from; empty where a number or a shape is to be written.</param>
/// <param name="Cell">The cell whose run answers it, or null.</param>
public sealed record LessonQuestion(string Id, string PromptHtml, IReadOnlyList<LessonChoice> Options, string? Cell);

/// <summary>One of the answers to choose from.</summary>
/// <param name="Id">Unique in its question.</param>
/// <param name="Text">Plain text, in the lesson's language.</param>
public sealed record LessonChoice(string Id, string Text);
