using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Content;

/// <summary>AslTutorial:Content.</summary>
internal sealed class LessonContentOptions
{
    /// <summary>The folder with lessons/: by default beside a published program, else at the top of the repository.</summary>
    public string Directory { get; set; } = DefaultDirectory();

    /// <summary>Whether to render each lesson once before the site reports that it is ready.</summary>
    public bool DrawAhead { get; set; } = true;

    public string Lessons => Path.Combine(Directory, "lessons");

    private static string DefaultDirectory()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "content");
        return System.IO.Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(SiteRoot.Find(), "..", "content"));
    }
}

internal sealed class LessonContentOptionsValidator : IValidateOptions<LessonContentOptions>
{
    public ValidateOptionsResult Validate(string? name, LessonContentOptions options) => Directory.Exists(options.Lessons)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"AslTutorial:Content:Directory is '{options.Directory}', a folder without a folder 'lessons' in it");
}
