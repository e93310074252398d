namespace AslTutorial.Web.Api;

/// <summary>A prediction.</summary>
internal sealed record WorkQuestion(string Question, string Answer, string Status, DateTimeOffset At);
