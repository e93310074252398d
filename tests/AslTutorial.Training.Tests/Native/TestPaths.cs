using System.Reflection;

namespace AslTutorial.Training.Tests.Native;

/// <summary>Paths that the build wrote into this assembly.</summary>
internal static class TestPaths
{
    public static string TrainerOutput { get; } = Read("TrainerOutput");

    public static string RepositoryRoot { get; } = Read("RepositoryRoot");

    public static string NativeFolder { get; } =
        Path.Combine(TrainerOutput, "runtimes", Training.Native.NativeFile.Platform, "native");

    private static string Read(string key) => typeof(TestPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
