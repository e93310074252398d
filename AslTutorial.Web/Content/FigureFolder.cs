using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Content;

/// <summary>Finds the web root with the lessons' figures.</summary>
internal static class FigureFolder
{
    /// <summary>
    /// wwwroot/ beside content/, as in the repository and in a published site; else the site's own, for lessons from another folder.
    /// </summary>
    /// <param name="content">The folder with lessons/.</param>
    /// <param name="siteWebRoot">The running site's web root, if there is one.</param>
    public static string WebRoot(string content, string? siteWebRoot)
    {
        var beside = Path.GetFullPath(Path.Combine(content, "..", "wwwroot"));
        return Directory.Exists(Path.Combine(beside, "figures")) ? beside
            : string.IsNullOrEmpty(siteWebRoot) ? OwnWebRoot()
            : siteWebRoot;
    }

    // When run from source, ASP.NET knows no web root: wwwroot/ is at the top of the repository, not in the project.
    private static string OwnWebRoot()
    {
        var published = Path.Combine(SiteRoot.Find(), "wwwroot");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(SiteRoot.Find(), "..", "wwwroot"));
    }
}
