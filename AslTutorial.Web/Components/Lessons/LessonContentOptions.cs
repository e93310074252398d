using System.Reflection;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>AslTutorial:Content.</summary>
public sealed class LessonContentOptions
{
    public const string Section = "AslTutorial:Content";

    /// <summary>The folder with lessons/. Beside the program where it was published, at the top of the repository where it was built.</summary>
    public string Directory { get; set; } = DefaultDirectory();

    private static string DefaultDirectory()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "content");
        return System.IO.Directory.Exists(published)
            ? published
            : typeof(LessonContentOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(attribute => attribute.Key == "ContentDirectory").Value!;
    }
}
