using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Content;

/// <summary>Where the web root lies as files, to be read: beside a published program, at the top of the repository otherwise.</summary>
internal static class FigureFolder
{
    public static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(Path.Combine(published, "figures")) ? published : Path.GetFullPath(Path.Combine(SiteRoot.Find(), "..", "wwwroot"));
    }
}
