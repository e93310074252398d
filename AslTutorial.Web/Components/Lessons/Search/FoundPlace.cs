namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>A place in a lesson that a query matches.</summary>
/// <param name="Address">The URL of the section.</param>
/// <param name="Lesson">The lesson's title.</param>
/// <param name="Heading">The section's number and heading.</param>
/// <param name="Excerpt">The text around the match, in matching and other pieces.</param>
/// <param name="Language">The language of the match and of all texts here.</param>
public sealed record FoundPlace(string Address, string Lesson, string Heading, IReadOnlyList<FoundText> Excerpt, string Language);

/// <summary>A piece of an excerpt.</summary>
public sealed record FoundText(string Text, bool IsMatch);
