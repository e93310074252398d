namespace AslTutorial.Web.Recipes;

/// <summary>One mistake in an exercise.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Gaps">The gaps that make up the mistake.</param>
/// <param name="Mistake">The id of a known mistake, or null for an unforeseen answer.</param>
/// <param name="Message">What is wrong, in the reader's language; without the right answer.</param>
public sealed record WrongAnswer(string Exercise, IReadOnlyList<string> Gaps, string? Mistake, string Message);
