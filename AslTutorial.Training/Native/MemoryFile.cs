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
    /// <param name="load">Loads a file by its path; null for <see cref="NativeLibrary.Load(string)"/>.</param>
    /// <exception cref="DllNotFoundException">The loader refused it.</exception>
    /// <exception cref="IOException">It could be written nowhere.</exception>
    public static nint LoadLibrary(string name, byte[] bytes, Func<string, nint>? load = null)
    {
        var descriptor = CreateMemoryFile(name, CloseOnExec);
        load ??= NativeLibrary.Load;
        return descriptor < 0 ? LoadFromDisk(name, bytes, load) : LoadFromMemory(descriptor, bytes, load);
    }

    /// <summary>Where memory files are forbidden: a file in a folder that only this user may enter, gone once it is loaded.</summary>
    internal static nint LoadFromDisk(string name, byte[] bytes, Func<string, nint> load)
    {
        var folder = Directory.CreateTempSubdirectory("asltutorial-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            return load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static nint LoadFromMemory(int descriptor, byte[] bytes, Func<string, nint> load)
    {
        using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(handle, bytes, 0);
        return load($"/proc/self/fd/{descriptor}");
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);
}
