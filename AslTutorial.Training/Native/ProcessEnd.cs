using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>
/// Ends this process at once. An ordinary exit runs libtorch's destructors, which ask the card once more, and on a broken
/// context may wait for ever.
/// </summary>
internal static partial class ProcessEnd
{
    /// <summary>The pseudo handle of the process that uses it.</summary>
    private const nint ThisProcess = -1;

    public static void AtOnce(int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = TerminateProcess(ThisProcess, (uint)exitCode);
        }
        else
        {
            Exit(exitCode);
        }
    }

    // Not exit(3), which runs destructors and what was registered with atexit.
    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int exitCode);

    [LibraryImport("kernel32")]
    private static partial int TerminateProcess(nint process, uint exitCode);
}
