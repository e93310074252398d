using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Content;

/// <summary>The web root as files, to read the lessons' figures.</summary>
internal static class FigureFolder
{
    /// <summary>
    /// wwwroot/ beside content/, which is so in the repository and in a published site; the site's own where the lessons
    /// come from elsewhere.
    /// </summary>
    /// <param name="content">The folder that holds lessons/.</param>
    /// <param name="siteWebRoot">The running site's web root, if there is a site.</param>
    public static string WebRoot(string content, string? siteWebRoot)
    {
        var beside = Path.GetFullPath(Path.Combine(content, "..", "wwwroot"));
        return Directory.Exists(Path.Combine(beside, "figures")) ? beside
            : string.IsNullOrEmpty(siteWebRoot) ? OwnWebRoot()
            : siteWebRoot;
    }

    // A site that runs from the sources is told of none: wwwroot/ is at the top of the repository, not in the project.
    private static string OwnWebRoot()
    {
        var published = Path.Combine(SiteRoot.Find(), "wwwroot");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(SiteRoot.Find(), "..", "wwwroot"));
    }
}
