namespace AslTutorial.Web.Api;

/// <summary>The learner's answer to a question.</summary>
internal sealed record WorkQuestion(string Question, string Answer, string Status, DateTimeOffset At);
