namespace AslTutorial.Web.Content.Saved;

/// <summary>What the files of a folder look like from outside: another number whenever one is saved, added or taken away.</summary>
internal static class FolderStamp
{
    private const int MostFiles = 10_000;

    // What may not be looked into cannot be seen to change; the rest can.
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
            // A file or the folder went while it was looked at; the next look sees what came of it.
        }

        return stamp.ToHashCode();
    }
}
