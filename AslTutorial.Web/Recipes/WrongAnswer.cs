namespace AslTutorial.Web.Recipes;

/// <summary>One thing that is wrong in an exercise.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Gaps">Where it stands.</param>
/// <param name="Mistake">The id of the known mistake, or null where nobody has foreseen the answer.</param>
/// <param name="Message">What is wrong, in the reader's language; never the answer.</param>
public sealed record WrongAnswer(string Exercise, IReadOnlyList<string> Gaps, string? Mistake, string Message);
