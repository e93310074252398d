using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;

namespace AslTutorial.Lessons.Tests.Library;

/// <summary>A folder of lessons, and one with their figures, that a test writes itself.</summary>
internal sealed class LessonFolder : IDisposable
{
    public const string Slug = "sample";

    /// <summary>Six lines of a lesson with one section: what follows stands on line 7.</summary>
    public const string Top = "---\ntitle: T\n---\n\n## 1 A\n\n";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("asl-lessons-");

    public LessonFolder(string? english = null, string manifest = "number: 1")
    {
        Write("lesson.yml", manifest);
        if (english is not null)
        {
            Write("en.md", english);
        }
    }

    public string Root => Path.Combine(_root.FullName, "lessons");

    public string WebRoot => Path.Combine(_root.FullName, "wwwroot");

    /// <summary>The lesson as it is on disk now.</summary>
    public static Lesson Read(string english, string manifest = "number: 1")
    {
        using var folder = new LessonFolder(english, manifest);
        return new LessonLibrary(folder.Root).Find(Slug, "en").ShouldNotBeNull();
    }

    public static LessonContentException Refused(string english, string manifest = "number: 1") =>
        Should.Throw<LessonContentException>(() => Read(english, manifest));

    public void Write(string name, string text) => WriteFile(Path.Combine(Root, Slug, name), text);

    public void WriteFigure(string name, string text) => WriteFile(Path.Combine(WebRoot, "figures", Slug, name), text);

    public void Dispose() => _root.Delete(recursive: true);

    private static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
