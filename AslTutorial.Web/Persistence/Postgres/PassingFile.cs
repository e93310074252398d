namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>A file in this node's storage folder that is gone once it is closed.</summary>
internal static class PassingFile
{
    private const int BufferSize = 81_920;

    public static FileStream Create(StorageFolder folder)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = BufferSize,
        };
        // The name under which the next start clears away what a killed process has left.
        return new(Path.Combine(folder.Runs, $"{Guid.NewGuid():n}.part"), options);
    }
}
