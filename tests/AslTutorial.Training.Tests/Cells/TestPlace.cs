using System.Reflection;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>Where these tests run: the repository's folder, and torch, loaded once.</summary>
internal static class TestPlace
{
    private static readonly Lazy<TorchDevice> Torch = new(() => TorchRuntime.Load(new TorchOptions(
        Path.Combine(Metadata("TrainerOutput"), "runtimes", NativeFile.Platform, "native"), DeviceChoice.Cpu, Threads: 1)));

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The CPU with one thread.</summary>
    public static TorchDevice Device => Torch.Value;

    private static string Metadata(string key) => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
