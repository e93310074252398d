namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>A temporary file in this node's storage folder, deleted when it is closed.</summary>
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
        // With this name, StorageSweep deletes it at the next start if the process was killed.
        return new(Path.Combine(folder.Runs, $"{Guid.NewGuid():n}.part"), options);
    }
}
