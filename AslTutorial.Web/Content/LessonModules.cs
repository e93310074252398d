namespace AslTutorial.Web.Content;

/// <summary>The modules of the site's lessons.</summary>
public sealed class LessonModules
{
    /// <summary>All modules in the site's assembly.</summary>
    public static LessonModules Site { get; } = new(typeof(LessonModules).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LessonModule)) && !type.IsAbstract)
        .Select(type => (LessonModule)Activator.CreateInstance(type)!));

    private readonly Dictionary<string, LessonModule> _modules;

    public LessonModules(IEnumerable<LessonModule> modules) => _modules = modules.ToDictionary(module => module.Slug, StringComparer.Ordinal);

    public IReadOnlyCollection<LessonModule> All => _modules.Values;

    /// <summary>The lesson's module, or null if it has none.</summary>
    public LessonModule? Find(string? slug) => slug is null ? null : _modules.GetValueOrDefault(slug);
}
