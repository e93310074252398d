using System.Text;
using AslTutorial.Training.Native.Cards;

namespace AslTutorial.Training.Native;

/// <summary>Asks NVIDIA's driver what the first device is called; TorchSharp cannot say.</summary>
internal static class CudaDeviceName
{
    private const string Unknown = "CUDA device";
    private const int Length = 256;

    /// <summary>Such as "NVIDIA A10".</summary>
    public static string Get() => NativeExports.Driver() is { } driver ? Ask(driver) : Unknown;

    private static unsafe string Ask(INativeExports driver)
    {
        var init = (delegate* unmanaged<uint, int>)driver.Find("cuInit");
        var getName = (delegate* unmanaged<byte*, int, int, int>)driver.Find("cuDeviceGetName");
        var name = stackalloc byte[Length];
        if (init is null || getName is null || init(0) != 0 || getName(name, Length, 0) != 0)
        {
            return Unknown;
        }

        var bytes = new ReadOnlySpan<byte>(name, Length);
        return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
