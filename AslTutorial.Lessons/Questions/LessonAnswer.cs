namespace AslTutorial.Lessons.Questions;

/// <summary>The answer to a question. For the server: nothing of it may reach a page before the learner has answered.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Choice">The right option's id; null where a number or a shape is asked for.</param>
/// <param name="Values">The right number, or the numbers of the right shape; empty where there are options.</param>
/// <param name="ExplanationHtml">Safe to show as it is, in the lesson's language.</param>
public sealed record LessonAnswer(string Question, string? Choice, IReadOnlyList<decimal> Values, string ExplanationHtml);
