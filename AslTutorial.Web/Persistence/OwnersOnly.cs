using System.Runtime.Versioning;

namespace AslTutorial.Web.Persistence;

/// <summary>Keeps other users of the machine from reading the site's files. Does nothing on Windows, which has its own rights.</summary>
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

    /// <summary>The same, with all folders from the root down to it.</summary>
    public static void MakeFolders(string root, string path)
    {
        if (path.Length > root.Length)
        {
            MakeFolders(root, Path.GetDirectoryName(path)!);
        }

        MakeFolder(path);
    }

    /// <summary>Creates a file that only the owner can read, from its first byte on.</summary>
    /// <exception cref="IOException">It exists already or cannot be created.</exception>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Creates the database's file with private rights from the start, and restricts existing files.</summary>
    public static void RestrictFiles(StorageFolder storage, bool withDatabase)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (withDatabase)
        {
            // SQLite takes an empty file as an empty database and gives its journals the same rights.
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
            // A journal that has just been deleted, or another user's file, whose rights this user cannot change.
        }
    }
}
