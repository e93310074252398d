using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>
/// Loads a library so that every function it needs is looked for at once. .NET has them looked for at their first call
/// (RTLD_LAZY), where a missing one ends the process instead of throwing.
/// </summary>
internal static partial class EagerLibrary
{
    /// <summary>RTLD_NOW of dlfcn.h.</summary>
    private const int Now = 2;

    /// <exception cref="DllNotFoundException">The loader refused it; the message is the loader's own line.</exception>
    /// <exception cref="BadImageFormatException">On Windows and macOS: it is no such file.</exception>
    public static nint Load(string path)
    {
        // Windows looks for every function when it loads; macOS refuses a library with missing ones.
        if (!OperatingSystem.IsLinux())
        {
            return NativeLibrary.Load(path);
        }

        // Called once before loading, so that its own preparation cannot overwrite the error of the load.
        _ = GetReason();
        var handle = Open(path, Now);
        return handle != 0 ? handle : throw new DllNotFoundException(Marshal.PtrToStringUTF8(GetReason()) ?? "no reason given");
    }

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dlerror")]
    private static partial nint GetReason();
}
