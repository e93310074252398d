using System.Reflection;

namespace AslTutorial.Web.Hosting;

/// <summary>Finds the site's files, whatever the working directory is.</summary>
internal static class SiteRoot
{
    /// <summary>The content root from the command line or the environment, else <see cref="Find()"/>.</summary>
    public static string Find(string[] args)
    {
        var named = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[HostDefaults.ContentRootKey];
        return string.IsNullOrEmpty(named) ? Find() : Path.GetFullPath(named);
    }

    /// <summary>The project's folder when run from a source build, else the program's folder (a published site).</summary>
    public static string Find()
    {
        var relative = Metadata("SourceFolder");
        if (relative is not null)
        {
            var source = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, relative));
            if (File.Exists(Path.Combine(source, "AslTutorial.Web.csproj")))
            {
                return source;
            }
        }

        return AppContext.BaseDirectory;
    }

    /// <summary>A value that the build wrote into this assembly; paths are relative to the output folder.</summary>
    public static string? Metadata(string key) => typeof(SiteRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == key)?.Value;
}
