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
        return Directory.Exists(Path.Combine(beside, "figures")) || string.IsNullOrEmpty(siteWebRoot) ? beside : siteWebRoot;
    }
}
