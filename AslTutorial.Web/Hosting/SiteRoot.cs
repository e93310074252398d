using System.Reflection;

namespace AslTutorial.Web.Hosting;

/// <summary>Where the site finds its files, whatever the working directory is.</summary>
internal static class SiteRoot
{
    /// <summary>The content root that the command line or the environment names, else <see cref="Find()"/>.</summary>
    public static string Find(string[] args)
    {
        var named = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[HostDefaults.ContentRootKey];
        return string.IsNullOrEmpty(named) ? Find() : Path.GetFullPath(named);
    }

    /// <summary>The project's folder when run from a build of the sources, else the folder of the program (a published site).</summary>
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

    /// <summary>A value the build wrote into this assembly; paths among them are relative to the output folder.</summary>
    public static string? Metadata(string key) => typeof(SiteRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == key)?.Value;
}
