using System.Collections.Concurrent;

namespace AslTutorial.Lessons.Files;

/// <summary>
/// The names in folders as they are spelt there. Some disks find "cnn" under "CNN" as well: it would be a lesson of its own
/// at each of its spellings, and be kept for each.
/// </summary>
public sealed class ListedNames
{
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    private readonly ConcurrentDictionary<string, HashSet<string>> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether the name is spelt so.</summary>
    /// <param name="path">Of what is there, in this spelling or in another; its folder is spelt right.</param>
    public bool Has(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        if (_folders.TryGetValue(folder, out var known) && known.Contains(name))
        {
            return true;
        }

        // The folder is listed again only for a name that was not in the last listing.
        known = _folders[folder] = List(folder);
        return known.Contains(name);
    }

    private static HashSet<string> List(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder, "*", All).Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
