using System.Collections.Concurrent;
using AslTutorial.Lessons.Checking;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Library;

/// <summary>
/// The lessons in a folder: one folder each, with lesson.yml, a Markdown file per language, listings, exercises and questions.
/// Each version of the files is parsed once; a saved file is seen at the next call, or within a second.
/// </summary>
/// <param name="directory">The folder with a folder for each lesson.</param>
/// <param name="webRoot">The folder that holds figures/; null where lessons have none.</param>
/// <param name="site">What the site has for them, for <see cref="FaultsOf"/>.</param>
/// <param name="time">
/// Tells when a second is over, for which the files of a lesson are not looked at again: a burst of requests looks once.
/// Null where they are looked at every time, as their author wants it.
/// </param>
public sealed class LessonLibrary(string directory, string? webRoot = null, LessonSite? site = null, TimeProvider? time = null)
{
    /// <summary>A lesson is read by people: more than this is a mistake, and would be parsed on a request.</summary>
    public const int MaxFileBytes = ContentFile.MaxBytes;

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1);

    private readonly ListedNames _names = new();
    private readonly ConcurrentDictionary<(string Slug, string Language), LessonVersion> _versions = new();
    private readonly ConcurrentDictionary<(string Slug, string Language), long> _looked = new();
    private readonly ConcurrentDictionary<(string Slug, string Language), (LessonVersion Version, IReadOnlyList<LessonFault> Faults)> _told = new();
    private readonly Lock _parsing = new();
    private readonly LessonSite _site = site ?? new LessonSite();

    /// <summary>The folder with a folder for each lesson.</summary>
    public string Directory => directory;

    /// <summary>The folder that holds figures/, or null.</summary>
    public string? WebRoot => webRoot;

    /// <summary>The lessons' slugs, in alphabetical order.</summary>
    public IReadOnlyList<string> Slugs => new DirectoryInfo(directory).EnumerateDirectories()
        .Select(folder => folder.Name)
        .Where(slug => PlainName.IsSlug(slug) && File.Exists(Path.Combine(directory, slug, LessonManifest.FileName)))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>The lessons that can be read in a language, in the order of the course: by number, then by slug.</summary>
    public IReadOnlyList<Lesson> InOrder(string language) =>
        [.. Slugs.Select(slug => Readable(slug, language)).OfType<Lesson>().OrderBy(lesson => lesson.Number).ThenBy(lesson => lesson.Slug, StringComparer.Ordinal)];

    /// <summary>
    /// The lesson in a language, or null where there is none. While its files have a fault it is the last version without one.
    /// </summary>
    /// <exception cref="LessonContentException">Its files have a fault, and never were without since the start.</exception>
    public Lesson? Find(string slug, string language) => Parsed(slug, language)?.Lesson;

    /// <summary>The solution of an exercise, or null where there is no such exercise. For the server alone.</summary>
    /// <exception cref="LessonContentException">As <see cref="Find"/>.</exception>
    public LessonSolution? FindSolution(string slug, string language, string exercise) =>
        Parsed(slug, language)?.Solutions.GetValueOrDefault(exercise);

    /// <summary>
    /// Everything that is wrong with the lesson's files now, in whatever language, whether or not they can be shown; empty
    /// where they are right or where there is no such lesson. The same list as before while nothing has changed.
    /// </summary>
    public IReadOnlyList<LessonFault> FaultsOf(string slug, string language)
    {
        if (Version(slug, language) is not { } version)
        {
            return [];
        }

        var whole = version.Whole.Value;
        if (whole.Faults.HasUnread)
        {
            whole = WholeLesson.Read(new LessonFolder(directory, webRoot, slug), _site);
        }

        var faults = new FaultLog();
        foreach (var fault in version.Faults.Concat(whole.Faults.All))
        {
            faults.Add(fault);
        }

        LinkCheck.Run(whole.Texts, [.. whole.Texts, .. LinkedFrom(whole.Texts, slug)], webRoot, _site.Pages, faults);
        var all = FaultLog.InOrder(faults.All);
        var told = _told.GetValueOrDefault((slug, language)).Faults is { } before && before.SequenceEqual(all) ? before : all;
        _told[(slug, language)] = (version, told);
        return told;
    }

    private Lesson? Readable(string slug, string language)
    {
        try
        {
            return Find(slug, language);
        }
        catch (LessonContentException)
        {
            // A faulty lesson is reported on its own page and left out of lists.
            return null;
        }
    }

    private ParsedLesson? Parsed(string slug, string language) => Version(slug, language) switch
    {
        // The text may have been deleted since Version found it.
        null or { Parsed: null, Faults.Count: 0 } => null,
        { Parsed: { } parsed } => parsed,
        var version => throw new LessonContentException(
            // If FaultsOf has already listed all faults of this version, throw that longer list.
            _told.TryGetValue((slug, language), out var told) && ReferenceEquals(told.Version, version) ? told.Faults : version.Faults),
    };

    private IEnumerable<ParsedLesson> LinkedFrom(IReadOnlyList<ParsedLesson> texts, string slug) =>
        from target in LinkCheck.Targets(texts)
        where target != slug
        from language in LessonLanguages.All
        let current = Version(target, language)?.Current
        where current is not null
        select current;

    private LessonVersion? Version(string slug, string language)
    {
        // Both come from a URL and become part of a path, so only plain names are accepted.
        if (!PlainName.IsSlug(slug) || !PlainName.IsSlug(language))
        {
            return null;
        }

        var key = (slug, language);
        if (time is not null && _looked.TryGetValue(key, out var at) && time.GetElapsedTime(at) < Hold && _versions.TryGetValue(key, out var held))
        {
            return held;
        }

        var folder = new LessonFolder(directory, webRoot, slug);
        if (!folder.Has(LessonManifest.FileName) || !folder.Has($"{language}.md")
            || !_names.Has(Path.Combine(directory, slug)) || !_names.Has(Path.Combine(directory, slug, $"{language}.md")))
        {
            return null;
        }

        var version = Version(folder, language, folder.Version());
        if (time is not null)
        {
            _looked[key] = time.GetTimestamp();
        }

        return version;
    }

    private LessonVersion Version(LessonFolder folder, string language, string stamp)
    {
        var key = (folder.Slug, language);
        if (_versions.TryGetValue(key, out var known) && known.Stamp == stamp)
        {
            return known;
        }

        lock (_parsing)
        {
            // Another request may have parsed it while this one waited for the lock.
            known = _versions.GetValueOrDefault(key);
            return known?.Stamp == stamp ? known : _versions[key] = Parse(folder, language, stamp, known?.Parsed);
        }
    }

    private LessonVersion Parse(LessonFolder folder, string language, string stamp, ParsedLesson? lastGood)
    {
        var faults = new FaultLog();
        var sources = LessonSources.Read(folder, faults);
        SourcesCheck.Run(sources, faults);
        var parsed = LessonParser.Parse(sources, language, faults);
        return new LessonVersion(
            faults.HasUnread ? "" : stamp,
            parsed,
            faults.IsEmpty ? parsed : lastGood,
            faults.All,
            new(() => WholeLesson.Read(folder, _site), LazyThreadSafetyMode.PublicationOnly));
    }
}
