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
