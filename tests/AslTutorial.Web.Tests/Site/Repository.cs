using System.Reflection;

namespace AslTutorial.Web.Tests.Site;

/// <summary>Where the sources are, as the build has noted it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;
}
