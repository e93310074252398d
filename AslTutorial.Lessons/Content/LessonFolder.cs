namespace AslTutorial.Lessons.Content;

/// <summary>The files of one lesson: its own folder, and the one of its figures.</summary>
internal sealed class LessonFolder(string lessons, string? webRoot, string slug)
{
    /// <summary>A lesson is read by people: more than this is a mistake, and would be parsed on a request.</summary>
    public const int MaxFileBytes = 1 << 20;

    private const int MostFiles = 1000;

    private readonly string _folder = Path.Combine(lessons, slug);
    private readonly string? _figures = webRoot is null ? null : Path.Combine(webRoot, "figures", slug);

    public string Slug => slug;

    public bool KnowsFigures => _figures is not null;

    public string NameOf(string path) => $"{slug}/{path}";

    public static string NameOfFigure(string slug, string name) => $"figures/{slug}/{name}";

    public bool Has(string path) => File.Exists(Path.Combine(_folder, path));

    /// <summary>The names of the files in a folder of the lesson, in order.</summary>
    public IReadOnlyList<string> List(string path, string pattern) => Names(Path.Combine(_folder, path), pattern);

    public IReadOnlyList<string> ListFigures() => _figures is null ? [] : Names(_figures, "*.svg");

    /// <returns>Null where there is no such file, or (with a fault) where it is too large.</returns>
    public string? Read(string path, FaultLog faults) => Read(Path.Combine(_folder, path), NameOf(path), faults);

    public string? ReadFigure(string name, FaultLog faults) =>
        _figures is null ? null : Read(Path.Combine(_figures, name), NameOfFigure(slug, name), faults);

    /// <summary>Changes whenever a file is saved, added or taken away.</summary>
    public string Version()
    {
        var files = Files(_folder).Concat(_figures is null ? [] : Files(_figures));
        var hash = default(HashCode);
        var newest = 0L;
        var bytes = 0L;
        foreach (var file in files)
        {
            hash.Add(file.FullName, StringComparer.Ordinal);
            hash.Add(file.LastWriteTimeUtc.Ticks);
            hash.Add(file.Length);
            newest = Math.Max(newest, file.LastWriteTimeUtc.Ticks);
            bytes += file.Length;
        }

        return $"{newest:x}-{bytes:x}-{hash.ToHashCode():x}";
    }

    private static string? Read(string path, string name, FaultLog faults)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        if (file.Length <= MaxFileBytes)
        {
            return File.ReadAllText(path);
        }

        faults.Add(name, null, $"{file.Length} bytes; a lesson's file has at most {MaxFileBytes}");
        return null;
    }

    private static IReadOnlyList<string> Names(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Take(MostFiles).ToList()
        : [];

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Take(MostFiles).OrderBy(file => file.FullName, StringComparer.Ordinal)
        : [];
}
