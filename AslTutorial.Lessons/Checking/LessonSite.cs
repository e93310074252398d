namespace AslTutorial.Lessons.Checking;

/// <summary>What a site has for its lessons; what is null is not checked.</summary>
public sealed record LessonSite
{
    /// <summary>The ids of the widgets that a lesson may name, by its slug.</summary>
    public Func<string, IReadOnlyCollection<string>>? Widgets { get; init; }

    /// <summary>The addresses of its other pages, relative to its base, as in "data".</summary>
    public IReadOnlyCollection<string>? Pages { get; init; }

    /// <summary>The programs it has, by lesson; for a lesson that is not in here it has none.</summary>
    public IReadOnlyDictionary<string, SitePrograms>? Programs { get; init; }
}

/// <summary>What a site can run for a lesson.</summary>
/// <param name="Cells">The cells of its page.</param>
/// <param name="Stages">How far answers can be executed, by name.</param>
/// <param name="Views">What can show a mistake's damage, by name.</param>
public sealed record SitePrograms(IReadOnlyList<SiteCell> Cells, IReadOnlyList<string> Stages, IReadOnlyList<string> Views);

/// <summary>A cell as the site can run it.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Places">The names of its parameters and gaps; null where the site does not say.</param>
public sealed record SiteCell(string Id, IReadOnlyList<string>? Places);
