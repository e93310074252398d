namespace AslTutorial.Lessons.Checking;

/// <summary>What a site has for its lessons; what is null is not checked.</summary>
public sealed record LessonSite
{
    /// <summary>The ids of its widgets.</summary>
    public IReadOnlyCollection<string>? Widgets { get; init; }

    /// <summary>The addresses of its other pages, relative to its base, as in "data".</summary>
    public IReadOnlyCollection<string>? Pages { get; init; }

    /// <summary>The cells it can run, by lesson; of a lesson that is not in here it can run none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SiteCell>>? Cells { get; init; }
}
