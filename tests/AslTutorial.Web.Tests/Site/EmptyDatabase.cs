using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Tests.Site;

/// <summary>A database of this version with nothing in it: made once for a whole test run, and copied for each site, which is ten times as fast.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<string> File = new(Make);

    public static void CopyTo(string storage) => System.IO.File.Copy(File.Value, Path.Combine(storage, "site.db"));

    private static string Make()
    {
        var folder = new TestFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var file = Path.Combine(folder.Path, "site.db");
        using var db = new SiteDb(new DbContextOptionsBuilder<SiteDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        db.Database.Migrate();
        return file;
    }
}
