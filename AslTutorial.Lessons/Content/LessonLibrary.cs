using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Prose;

namespace AslTutorial.Lessons.Content;

/// <summary>
/// The lessons in a folder: one folder each, with lesson.yml and a Markdown file per language.
/// Each file version is parsed once; a saved file is seen at the next call.
/// </summary>
public sealed partial class LessonLibrary(string directory)
{
    /// <summary>A lesson is read by people: more than this is a mistake, and would be parsed on a request.</summary>
    public const int MaxFileBytes = 1 << 20;

    private readonly ConcurrentDictionary<(string Slug, string Language), (string Version, Lesson Lesson)> _parsed = new();

    /// <summary>The lesson in a language, or null where there is none.</summary>
    /// <exception cref="LessonContentException">Its files have a fault.</exception>
    public Lesson? Find(string slug, string language)
    {
        // Both come from addresses: nothing that is not a plain name becomes part of a path.
        if (!PlainName().IsMatch(slug) || !PlainName().IsMatch(language))
        {
            return null;
        }

        var prose = new FileInfo(Path.Combine(directory, slug, $"{language}.md"));
        var manifest = new FileInfo(Path.Combine(directory, slug, LessonManifest.FileName));
        if (!prose.Exists || !manifest.Exists)
        {
            return null;
        }

        var version = $"{Version(prose)} {Version(manifest)}";
        if (_parsed.TryGetValue((slug, language), out var known) && known.Version == version)
        {
            return known.Lesson;
        }

        var lesson = LessonParser.Parse(
            slug,
            language,
            LessonManifest.Parse($"{slug}/{manifest.Name}", Read(manifest, slug)),
            Read(prose, slug));
        _parsed[(slug, language)] = (version, lesson);
        return lesson;
    }

    private static string Version(FileInfo file) => $"{file.LastWriteTimeUtc.Ticks}-{file.Length}";

    private static string Read(FileInfo file, string slug) => file.Length <= MaxFileBytes
        ? File.ReadAllText(file.FullName)
        : throw new LessonContentException($"{slug}/{file.Name}", null, $"{file.Length} bytes; a lesson's file has at most {MaxFileBytes}");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,63}\z")]
    private static partial Regex PlainName();
}
