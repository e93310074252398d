using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>Asks NVIDIA's management library how many cards the machine has; CUDA itself could only be asked after the choice of a card.</summary>
internal static class CardCount
{
    /// <summary>All cards, whatever the environment hides from CUDA; null where it cannot be known.</summary>
    public static int? OfMachine()
    {
        var management = OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1";
        if (!NativeLibrary.TryLoad(management, out var library))
        {
            return null;
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

    private static unsafe int? Ask(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "nvmlInit_v2", out var init)
            || !NativeLibrary.TryGetExport(library, "nvmlDeviceGetCount_v2", out var getCount)
            || !NativeLibrary.TryGetExport(library, "nvmlShutdown", out var shutdown)
            || ((delegate* unmanaged<int>)init)() != 0)
        {
            return null;
        }

        uint count = 0;
        var isKnown = ((delegate* unmanaged<uint*, int>)getCount)(&count) == 0;
        _ = ((delegate* unmanaged<int>)shutdown)();
        return isKnown ? (int)count : null;
    }
}
