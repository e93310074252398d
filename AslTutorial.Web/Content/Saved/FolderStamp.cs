namespace AslTutorial.Web.Content.Saved;

/// <summary>A hash of a folder's file names, times and sizes, which changes whenever a file is saved, added or deleted.</summary>
internal static class FolderStamp
{
    private const int MostFiles = 10_000;

    // Inaccessible folders are ignored; changes in the others are still seen.
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 };

    public static int Of(string folder)
    {
        var stamp = default(HashCode);
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", All).Take(MostFiles))
            {
                stamp.Add(file.FullName);
                stamp.Add(file.LastWriteTimeUtc);
                stamp.Add(file.Length);
            }
        }
        catch (IOException)
        {
            // A file or the folder was deleted meanwhile; the next stamp will differ.
        }

        return stamp.ToHashCode();
    }
}
