namespace AslTutorial.Web.Tests.Site;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("asl-tests-").FullName;

    public void Dispose()
    {
        // Connections to the database are pooled and keep its file open.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        TestDatabase.Drop(Path);
        Directory.Delete(Path, recursive: true);
    }
}
