namespace AslTutorial.Web.Api;

/// <summary>Answers that were checked.</summary>
internal sealed record WorkAttempt(DateTimeOffset At, string Status, string? Mistake, IReadOnlyDictionary<string, string> Answers);
