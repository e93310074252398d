using System.Reflection;

namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>What the build knew about where it happened.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key)
        .Value ?? throw new InvalidOperationException($"The build left no {key}.");
}
