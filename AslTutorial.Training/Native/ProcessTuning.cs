using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>
/// Settings of the process that make a training step faster, applied from inside so that every command has them however
/// it was started. What the user has set in the environment stays. See docs/decisions for what was measured.
/// </summary>
internal static partial class ProcessTuning
{
    // The numbers of malloc.h.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;

    private const int Megabyte = 1 << 20;

    // glibc refuses a larger one (HEAP_MAX_SIZE / 2) and then, having been given any other option, keeps to 128 KB.
    private const int LargestThreshold = 32 * Megabyte;

    /// <summary>What libgomp reads when it is loaded: threads that wait for work sleep instead of spinning.</summary>
    private static readonly (string Name, string Value)[] OpenMp = [("GOMP_SPINCOUNT", "0")];

    /// <summary>To be called before libtorch is loaded; does nothing where there is no glibc.</summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // A step allocates and frees the same blocks of a few megabytes again and again. By default glibc maps
            // each anew and gives it back, and the kernel clears its pages each time.
            SetMallocOption("MALLOC_MMAP_THRESHOLD_", MmapThreshold, LargestThreshold);
            SetMallocOption("MALLOC_TRIM_THRESHOLD_", TrimThreshold, 512 * Megabyte);
            SetMallocOption("MALLOC_TOP_PAD_", TopPad, 64 * Megabyte);
            foreach (var (name, value) in OpenMp)
            {
                NativeEnvironment.Set(name, value, overwrite: false);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // Another libc, without these options.
        }
    }

    private static void SetMallocOption(string variable, int option, int bytes)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
        {
            _ = SetMallocOption(option, bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMallocOption(int option, int value);
}
