namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>A piece of an excerpt.</summary>
public sealed record FoundText(string Text, bool IsMatch);
