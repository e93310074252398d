using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;

namespace AslTutorial.Lessons.Checking;

/// <summary>Links within the site have to lead somewhere.</summary>
internal static class LinkCheck
{
    private const string Lessons = "lessons/";

    /// <param name="texts">Whose links are checked.</param>
    /// <param name="lessons">Where they may lead: these texts, and those of other lessons.</param>
    /// <param name="webRoot">The folder that holds whatever pages load; null where there is none.</param>
    /// <param name="pages">The site's other pages; null where nobody knows.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Run(
        IReadOnlyList<ParsedLesson> texts, IReadOnlyList<ParsedLesson> lessons, string? webRoot, IReadOnlyCollection<string>? pages, FaultLog faults)
    {
        foreach (var lesson in texts)
        {
            foreach (var link in lesson.Links.Where(link => !LinkPolicy.LeavesTheSite(link.Url)))
            {
                if (Refusal(link, lesson.Lesson.Language, lessons, webRoot, pages) is { } reason)
                {
                    faults.Add(link.File, link.Line, reason);
                }
            }
        }
    }

    /// <summary>The lessons that texts link to.</summary>
    public static IEnumerable<string> Targets(IReadOnlyList<ParsedLesson> texts) => texts
        .SelectMany(text => text.Links)
        .Where(link => !link.IsImage && link.Url.StartsWith(Lessons, StringComparison.Ordinal))
        .Select(link => Parts(link.Url).Path[Lessons.Length..])
        .Distinct();

    private static string? Refusal(
        ProseLink link, string language, IReadOnlyList<ParsedLesson> lessons, string? webRoot, IReadOnlyCollection<string>? pages)
    {
        var (path, anchor) = Parts(link.Url);
        if (link.IsImage)
        {
            return webRoot is null ? null : ImageRefusal(webRoot, link.Url, Uri.UnescapeDataString(path));
        }

        if (!path.StartsWith(Lessons, StringComparison.Ordinal))
        {
            return pages is null || pages.Contains(path) ? null : $"dead link: the site has no page '{path}'";
        }

        var slug = path[Lessons.Length..];
        var target = lessons.FirstOrDefault(lesson => lesson.Lesson.Slug == slug && lesson.Lesson.Language == language);
        return target is null ? $"dead link: there is no lesson '{slug}'"
            : anchor is null || target.Anchors.Contains(anchor) ? null
            : $"dead link: lesson '{slug}' has no '#{anchor}'";
    }

    private static string? ImageRefusal(string webRoot, string url, string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(webRoot)) + Path.DirectorySeparatorChar;
        var file = path.Contains('\0') ? null : Path.GetFullPath(Path.Combine(root, path));
        return file?.StartsWith(root, StringComparison.Ordinal) != true ? $"the image '{url}' lies outside the site"
            : File.Exists(file) ? null
            : $"the image '{url}' is missing";
    }

    private static (string Path, string? Anchor) Parts(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return (query < 0 ? path : path[..query], hash < 0 ? null : Uri.UnescapeDataString(url[(hash + 1)..]));
    }
}
