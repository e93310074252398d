using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native;

/// <summary>
/// Loads a library from bytes. On Linux the file exists in memory only (memfd_create(2)), so that there is nothing to
/// clean up, nothing that may be damaged later, and nothing that two processes could write at once.
/// </summary>
internal static partial class MemoryFile
{
    private const uint CloseOnExec = 1;

    /// <summary>Loads a library whose bytes are given.</summary>
    /// <exception cref="DllNotFoundException">The loader refused it.</exception>
    /// <exception cref="IOException">It could be written nowhere.</exception>
    public static nint LoadLibrary(string name, byte[] bytes)
    {
        var descriptor = CreateMemoryFile(name, CloseOnExec);
        return descriptor < 0 ? LoadFromDisk(name, bytes) : LoadFromMemory(descriptor, bytes);
    }

    /// <summary>Where memory files are forbidden: a file in a folder that only this user may enter, gone once it is loaded.</summary>
    internal static nint LoadFromDisk(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("asltutorial-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            return NativeLibrary.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static nint LoadFromMemory(int descriptor, byte[] bytes)
    {
        using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(handle, bytes, 0);
        return NativeLibrary.Load($"/proc/self/fd/{descriptor}");
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);
}
