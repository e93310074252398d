using System.Runtime.CompilerServices;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

/// <summary>Torch as the tests use it: the trainer's own native files, the CPU, one thread.</summary>
internal static class TestTorch
{
    private static readonly Lazy<TorchDevice> Loaded = new(() =>
        TorchRuntime.Load(new TorchOptions(TestPaths.NativeFolder, DeviceChoice.Cpu, Threads: 1)));

    public static TorchDevice Device => Loaded.Value;

    /// <summary>Before any test: whichever touched TorchSharp first would send it looking for libraries on its own.</summary>
    [ModuleInitializer]
    internal static void Load()
    {
        try
        {
            _ = Device;
        }
        catch (TorchUnavailableException)
        {
            // The tests that need torch ask for the device and fail with this reason.
        }
    }
}
