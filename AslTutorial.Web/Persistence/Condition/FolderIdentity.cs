using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Postgres;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Detects that the storage folder was replaced by another one while the site runs.</summary>
internal sealed class FolderIdentity(StorageFolder folder, DatabaseChoice database)
{
    private const string FileName = "storage.id";

    private string? _id;

    private string Path => System.IO.Path.Combine(folder.Root, FileName);

    /// <summary>Reads the folder's id; a new folder gets one.</summary>
    /// <exception cref="StartFaultException">The id can be neither read nor written.</exception>
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

    /// <summary>Whether the folder exists and is still the same.</summary>
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
