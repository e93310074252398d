namespace AslTutorial.Lessons.Checking;

/// <summary>A cell as the site can run it.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Places">The names of its parameters and gaps; null where the site does not say.</param>
public sealed record SiteCell(string Id, IReadOnlyList<string>? Places);
