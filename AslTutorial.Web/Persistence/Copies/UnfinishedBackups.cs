using System.Text.RegularExpressions;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>
/// Folders in which backups are being made. Each has a lock beside it, which the operating system releases when the process ends: the folder
/// of a killed backup is known by that and deleted by the next one.
/// </summary>
internal static partial class UnfinishedBackups
{
    public const string Ending = ".part";

    private const string LockEnding = $"{Ending}.lock";

    /// <summary>Locks a folder that is about to be made; dispose it when the folder is complete or gone.</summary>
    public static IDisposable Hold(string folder)
    {
        // The folder of all backups may be the operator's own, with rights of its own.
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        return Open($"{folder[..^Ending.Length]}{LockEnding}");
    }

    /// <summary>Deletes what killed backups have left there.</summary>
    public static void Sweep(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        var names = Directory.EnumerateFileSystemEntries(parent).Select(path => Name().Match(Path.GetFileName(path))).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            try
            {
                using var alone = Open(Path.Combine(parent, $"{name}{LockEnding}"));
                if (Path.Combine(parent, $"{name}{Ending}") is var folder && Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another backup is being made in it, or it is another user's.
            }
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    [GeneratedRegex(@"^(.+\.[0-9a-f]{32})\.part(\.lock)?$")]
    private static partial Regex Name();
}
