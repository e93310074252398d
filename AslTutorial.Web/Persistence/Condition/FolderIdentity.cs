using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Postgres;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Tells the storage folder that the site has started with from another one at the same place.</summary>
internal sealed class FolderIdentity(StorageFolder folder, DatabaseChoice database)
{
    private const string FileName = "storage.id";

    private string? _id;

    private string Path => System.IO.Path.Combine(folder.Root, FileName);

    /// <summary>Takes the folder's mark, which a new folder gets here.</summary>
    /// <exception cref="StartFaultException">It can be neither read nor made.</exception>
    public void Take()
    {
        try
        {
            if (!File.Exists(Path))
            {
                File.WriteAllText(Path, Guid.NewGuid().ToString("n"));
            }

            _id = File.ReadAllText(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFaultException($"'{Path}' can be neither read nor made: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Whether the folder is there and the same.</summary>
    public bool IsSame()
    {
        try
        {
            return _id is not null && File.ReadAllText(Path) == _id && (database.IsShared || File.Exists(folder.Database));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
