namespace AslTutorial.Lessons.Prose;

/// <summary>A link or an image of a lesson's text.</summary>
/// <param name="Url">As it is written into the page: relative to the site's base.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">Where.</param>
/// <param name="IsImage">Whether it is shown in the page.</param>
internal sealed record ProseLink(string Url, string File, int? Line, bool IsImage);
