using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native;

/// <summary>How to load torch and what to compute on.</summary>
/// <param name="Libraries">
/// A folder with libtorch's files to use instead of the application's own, such as the torch/lib of a Python
/// install; null for <see cref="LibrariesVariable"/>, then for the application's own.
/// </param>
/// <param name="Device">What to compute on; by default <see cref="DeviceChoice.Auto"/>.</param>
/// <param name="Threads">Compute threads on the CPU; null for <see cref="ThreadCount.Default"/>.</param>
/// <param name="Deterministic">On a GPU: only algorithms that give the same bits each time. A CPU has no others.</param>
internal sealed record TorchOptions(string? Libraries = null, DeviceChoice Device = default, int? Threads = null, bool Deterministic = false)
{
    /// <summary>The environment variable that names a folder of libraries.</summary>
    public const string LibrariesVariable = "ASLTUTORIAL_TORCH_LIBRARIES";
}
