namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>A place in a lesson that a query matches.</summary>
/// <param name="Address">Of the page and the section in it.</param>
/// <param name="Lesson">The lesson's title.</param>
/// <param name="Heading">The section's number and heading.</param>
/// <param name="Excerpt">The text around the match, cut into what matches and what does not.</param>
/// <param name="Language">In which the words were found, and all of this is written.</param>
public sealed record FoundPlace(string Address, string Lesson, string Heading, IReadOnlyList<FoundText> Excerpt, string Language);

/// <summary>A piece of an excerpt.</summary>
public sealed record FoundText(string Text, bool IsMatch);
