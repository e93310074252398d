using AslTutorial.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence;

/// <summary>Brings the database to this program's version.</summary>
internal sealed class DatabaseStart(IDbContextFactory<SiteDb> databases, StorageFolder folder)
{
    /// <exception cref="StartFaultException">The database cannot be used, or a newer program has written it.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            if (File.Exists(folder.Database))
            {
                var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(m => !known.Contains(m)).ToList();
                if (newer.Count > 0)
                {
                    throw new StartFaultException(
                        $"the database '{folder.Database}' was written by a newer version of this site (it has '{newer[0]}'); use that version, or another storage folder");
                }
            }

            await db.Database.MigrateAsync(cancel);
            // Readers and the writer do not wait for each other; kept in the file, so set once.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
        }
        catch (SqliteException e)
        {
            throw new StartFaultException(
                $"the database '{folder.Database}' cannot be used ({e.Message.ReplaceLineEndings(" ")}); move it away to begin with an empty one", e);
        }
    }
}
