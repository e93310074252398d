using AslTutorial.Training.Native;

namespace AslTutorial.Training.Tests.Native;

/// <summary>Torch as the tests use it: the trainer's own native files, the CPU, one thread. Ask for it before any other torch call.</summary>
internal static class TestTorch
{
    private static readonly Lazy<TorchDevice> Loaded = new(() =>
        TorchRuntime.Load(new TorchOptions(TestPaths.NativeFolder, DeviceChoice.Cpu, Threads: 1)));

    public static TorchDevice Device => Loaded.Value;
}
