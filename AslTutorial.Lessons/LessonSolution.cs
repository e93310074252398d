using AslTutorial.Lessons.Listings;

namespace AslTutorial.Lessons;

/// <summary>The solution of an exercise. For the server: nothing of it may reach a page before it is asked for.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Python">Its code, with every gap filled in.</param>
/// <param name="ExplanationHtml">Safe to show as it is, in the lesson's language; empty where there is none.</param>
public sealed record LessonSolution(string Exercise, Listing Python, string ExplanationHtml);
