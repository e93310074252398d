using System.Runtime.Versioning;

namespace AslTutorial.Web.Persistence;

/// <summary>Keeps what the site stores from the machine's other users. Windows has its own rights, which are left as they are.</summary>
internal static class OwnersOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            Restrict(path, Folder);
        }
    }

    /// <summary>A new file that nobody else can read from its first byte.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes the database's file, which is private from the beginning then, and restricts what was written before.</summary>
    public static void RestrictFiles(StorageFolder storage, bool withDatabase)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (withDatabase)
        {
            // An empty file is an empty database; the journals beside it get its rights.
            using var database = new FileStream(
                storage.Database, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = File });
        }

        foreach (var path in Directory.EnumerateFiles(storage.Root).Concat(Directory.EnumerateFiles(storage.Keys)))
        {
            Restrict(path, File);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Restrict(string path, UnixFileMode mode)
    {
        try
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            // A journal that has just gone; or somebody else's file, which this user cannot restrict.
        }
    }
}
