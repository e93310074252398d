using System.Reflection;

namespace AslTutorial.Lessons.Tests;

/// <summary>Folders of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string Lessons { get; } = Path.Combine(Root, "content", "lessons");

    public static string WebRoot { get; } = Path.Combine(Root, "wwwroot");
}
