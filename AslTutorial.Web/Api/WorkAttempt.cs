namespace AslTutorial.Web.Api;

/// <summary>A checked attempt at an exercise.</summary>
internal sealed record WorkAttempt(DateTimeOffset At, string Status, string? Mistake, IReadOnlyDictionary<string, string> Answers);
