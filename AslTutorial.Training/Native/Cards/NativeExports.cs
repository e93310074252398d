using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native.Cards;

/// <summary>A library of the system, opened by name and kept for the life of the process.</summary>
internal sealed class NativeExports : INativeExports
{
    private readonly nint _library;

    private NativeExports(nint library) => _library = library;

    /// <summary>NVIDIA's driver; null where there is none.</summary>
    public static NativeExports? Driver() => Open(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1");

    /// <summary>NVIDIA's management library (NVML); null where there is none.</summary>
    public static NativeExports? Management() => Open(OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1");

    public nint Find(string name) => NativeLibrary.TryGetExport(_library, name, out var address) ? address : 0;

    private static NativeExports? Open(string name) => NativeLibrary.TryLoad(name, out var library) ? new(library) : null;
}

/// <summary>The functions of a native library.</summary>
internal interface INativeExports
{
    /// <summary>The function's address, or 0 where the library has none of that name.</summary>
    nint Find(string name);
}
