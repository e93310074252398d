using System.Runtime.InteropServices;

namespace AslTutorial.Training.Checkpoints;

/// <summary>Puts a folder's entries on the disk: a renamed file is safe only once its folder is (fsync(2)).</summary>
internal static partial class FolderFlush
{
    /// <summary>Does nothing on Windows, where renaming does it.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to be flushed.");
        }

        using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: true);
        if (Synchronize(handle) != 0)
        {
            throw new IOException($"The folder {folder} cannot be flushed to the disk.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronize(Microsoft.Win32.SafeHandles.SafeFileHandle handle);
}
