using System.Text;

namespace AslTutorial.Training.Native.Cards;

/// <summary>The few questions to NVIDIA's driver (cuda.h) that TorchSharp has no call for.</summary>
internal static class CudaDriver
{
    /// <summary>
    /// Where a device sits, such as "0000:0a:00.0". This is what the management library knows it by: CUDA_VISIBLE_DEVICES
    /// gives the driver's devices other numbers, and leaves the management library's as they are.
    /// </summary>
    /// <param name="ordinal">The device's number in this process, counted from 0.</param>
    /// <returns>Null where the driver cannot tell.</returns>
    public static unsafe string? FindBusId(INativeExports driver, int ordinal)
    {
        var init = (delegate* unmanaged<uint, int>)driver.Find("cuInit");
        var get = (delegate* unmanaged<int*, int, int>)driver.Find("cuDeviceGet");
        var getBusId = (delegate* unmanaged<byte*, int, int, int>)driver.Find("cuDeviceGetPCIBusId");
        int device;
        if (init is null || get is null || getBusId is null || init(0) != 0 || get(&device, ordinal) != 0)
        {
            return null;
        }

        const int Length = 32;
        var text = stackalloc byte[Length];
        if (getBusId(text, Length, device) != 0)
        {
            return null;
        }

        var bytes = new ReadOnlySpan<byte>(text, Length);
        var end = bytes.IndexOf((byte)0);
        return end > 0 ? Encoding.ASCII.GetString(bytes[..end]) : null;
    }
}
