using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native.Cards;

/// <summary>Reads the memory of the card that this process computes on. Whatever is missing, the answer is null.</summary>
/// <param name="openDriver">Opens NVIDIA's driver; asked once.</param>
/// <param name="openManagement">Opens the management library; asked once.</param>
/// <param name="ordinal">The device's number in this process.</param>
/// <param name="processId">This process.</param>
internal sealed class CardMemoryReader(Func<INativeExports?> openDriver, Func<INativeExports?> openManagement, int ordinal, int processId)
{
    private readonly Lazy<NvmlDevice?> _device = new(() =>
        openDriver() is { } driver && CudaDriver.FindBusId(driver, ordinal) is { } busId && openManagement() is { } management
            ? NvmlDevice.Find(management, busId)
            : null);

    /// <summary>A reader with NVIDIA's own libraries.</summary>
    public static CardMemoryReader ForDevice(int ordinal) =>
        new(NativeExports.Driver, NativeExports.Management, ordinal, Environment.ProcessId);

    /// <summary>The memory as it is now.</summary>
    public CardMemory? Read() => _device.Value is { } device && device.ReadMemory() is var (used, total)
        ? new(device.ReadProcessMemory(processId), used, total)
        : null;
}
