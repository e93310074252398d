namespace AslTutorial.Lessons.Files;

/// <summary>The files of one lesson: its own folder, and the one of its figures.</summary>
internal sealed class LessonFolder(string lessons, string? webRoot, string slug)
{
    private const int MostFiles = 1000;

    // Files without read permission count as missing and are reported as missing.
    private static readonly EnumerationOptions Flat = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };
    private static readonly EnumerationOptions Deep = new() { IgnoreInaccessible = true, AttributesToSkip = 0, RecurseSubdirectories = true };

    private readonly string _folder = Path.Combine(lessons, slug);
    private readonly string? _figures = webRoot is null ? null : Path.Combine(webRoot, "figures", slug);

    public string Slug => slug;

    public bool KnowsFigures => _figures is not null;

    public string NameOf(string path) => $"{slug}/{path}";

    public static string NameOfFigure(string slug, string name) => $"figures/{slug}/{name}";

    public bool Has(string path) => File.Exists(Path.Combine(_folder, path));

    public bool HasFigure(string name) => _figures is not null && File.Exists(Path.Combine(_figures, name));

    /// <summary>The names of the files in a folder of the lesson, in order.</summary>
    public IReadOnlyList<string> List(string path, string pattern) => Names(Path.Combine(_folder, path), pattern);

    public IReadOnlyList<string> ListFigures() => _figures is null ? [] : Names(_figures, "*.svg");

    /// <returns>Null where there is no such file, or (with a fault) where it cannot be read as a text.</returns>
    public string? Read(string path, FaultLog faults) => ContentFile.Read(Path.Combine(_folder, path), NameOf(path), faults);

    public string? ReadFigure(string name, FaultLog faults) =>
        _figures is null ? null : ContentFile.Read(Path.Combine(_figures, name), NameOfFigure(slug, name), faults);

    /// <summary>Changes whenever a file is saved, added or taken away.</summary>
    public string Version()
    {
        var files = Files(_folder).Concat(_figures is null ? [] : Files(_figures));
        var hash = default(HashCode);
        var newest = 0L;
        var bytes = 0L;
        foreach (var file in files)
        {
            // Saving a link's target changes neither the link's own length nor its time.
            var target = ContentFile.Target(file);
            var length = target.Exists ? target.Length : 0;
            hash.Add(file.FullName, StringComparer.Ordinal);
            hash.Add(target.LastWriteTimeUtc.Ticks);
            hash.Add(length);
            newest = Math.Max(newest, target.LastWriteTimeUtc.Ticks);
            bytes += length;
        }

        return $"{newest:x}-{bytes:x}-{hash.ToHashCode():x}";
    }

    private static IReadOnlyList<string> Names(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern, Flat)
            .Select(path => Path.GetFileName(path))
            .Where(ContentFile.IsContent)
            .Order(StringComparer.Ordinal)
            .Take(MostFiles)
            .ToList()
        : [];

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", Deep)
            .Where(file => ContentFile.IsContent(file.Name))
            .Take(MostFiles)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
        : [];
}
