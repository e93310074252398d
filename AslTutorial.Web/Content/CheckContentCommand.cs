using AslTutorial.Lessons.Checking;
using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Content;

/// <summary>The command "check-content [folder]": reports all faults of all lessons. Starts no site and opens no database.</summary>
internal static class CheckContentCommand
{
    public const string Name = "check-content";

    /// <param name="arguments">
    /// The command's arguments: the folder with lessons/ in it, or lessons/ itself; empty for the site's own.
    /// </param>
    /// <param name="has">What the site offers to lessons.</param>
    /// <param name="output">For the faults.</param>
    /// <param name="errors">For the reason why nothing could be checked.</param>
    /// <returns>Exit code: 0 without faults, 1 with faults, 2 if there is no such folder.</returns>
    public static int Run(IReadOnlyList<string> arguments, LessonSite has, TextWriter output, TextWriter errors)
    {
        // Only for its configuration; the site is never built.
        var site = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = SiteRoot.Find([]) });
        using var configuration = site.Configuration;
        return Run(arguments, has, configuration, site.Environment.WebRootPath, output, errors);
    }

    /// <param name="arguments">As above.</param>
    /// <param name="has">As above.</param>
    /// <param name="configuration">The site's configuration.</param>
    /// <param name="webRoot">The site's web root, if known.</param>
    /// <param name="output">As above.</param>
    /// <param name="errors">As above.</param>
    /// <returns>As above.</returns>
    public static int Run(
        IReadOnlyList<string> arguments, LessonSite has, IConfiguration configuration, string? webRoot, TextWriter output, TextWriter errors)
    {
        var options = new LessonContentOptions();
        configuration.GetSection("AslTutorial:Content").Bind(options);
        var content = arguments.Count == 0 ? options.Directory : Path.GetFullPath(arguments[0]);
        var lessons = Path.Combine(content, "lessons");
        if (arguments.Count > 0 && !Directory.Exists(lessons))
        {
            (content, lessons) = (Path.GetFullPath(Path.Combine(content, "..")), content);
        }

        if (arguments.Count > 1 || !Directory.Exists(lessons))
        {
            errors.WriteLine(arguments.Count > 1 ? $"{Name} takes one folder" : $"there is no folder '{lessons}'");
            return 2;
        }

        var result = new LessonCheck(lessons, FigureFolder.WebRoot(content, webRoot), has).Run();
        foreach (var fault in result.Faults)
        {
            output.WriteLine(fault);
        }

        var lessonCount = result.Lessons == 1 ? "1 lesson" : $"{result.Lessons} lessons";
        var faultCount = result.Faults.Count switch
        {
            0 => "no fault",
            1 => "1 fault",
            var count => result.HasMore ? $"{count} faults and more" : $"{count} faults",
        };
        output.WriteLine($"{lessonCount}, {faultCount}");
        return result.Faults.Count == 0 ? 0 : 1;
    }
}
