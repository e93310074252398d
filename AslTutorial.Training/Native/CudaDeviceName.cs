using System.Runtime.InteropServices;
using System.Text;

namespace AslTutorial.Training.Native;

/// <summary>Asks NVIDIA's driver what the first device is called; TorchSharp cannot say.</summary>
internal static class CudaDeviceName
{
    private const string Unknown = "CUDA device";

    /// <summary>Such as "NVIDIA A10".</summary>
    public static string Get()
    {
        var driver = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";
        if (!NativeLibrary.TryLoad(driver, out var library))
        {
            return Unknown;
        }

        try
        {
            return Ask(library);
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    private static unsafe string Ask(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "cuInit", out var init)
            || !NativeLibrary.TryGetExport(library, "cuDeviceGetName", out var getName)
            || ((delegate* unmanaged<uint, int>)init)(0) != 0)
        {
            return Unknown;
        }

        const int Length = 256;
        var name = stackalloc byte[Length];
        if (((delegate* unmanaged<byte*, int, int, int>)getName)(name, Length, 0) != 0)
        {
            return Unknown;
        }

        var bytes = new ReadOnlySpan<byte>(name, Length);
        return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
