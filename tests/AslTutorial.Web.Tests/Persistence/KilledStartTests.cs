using AslTutorial.Web.Tests.Site;
using Microsoft.Data.Sqlite;

namespace AslTutorial.Web.Tests.Persistence;

public sealed class KilledStartTests
{
    private const int Attempts = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_WhileItMigrates_TheNextStartListens()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var folder = new TestFolder();
            using (var killed = SiteDll.Start(folder.Path))
            {
                while (!killed.Process.HasExited && !HasLock(folder.Path) && !killed.Output.Contains("Now listening", StringComparison.Ordinal))
                {
                    await Task.Yield();
                }

                killed.Process.Kill();
                await killed.Process.WaitForExitAsync(Cancel);
            }

            if (!HasLock(folder.Path))
            {
                // It was quicker than the look at it.
                continue;
            }

            using var next = SiteDll.Start(folder.Path);

            await next.ListeningAsync();

            next.Output.ShouldContain("An earlier start was ended while it brought the database to a new version");
            HasLock(folder.Path).ShouldBeFalse();
            return;
        }

        throw new ShouldAssertException($"In {Attempts} starts none was caught while it migrated.");
    }

    private static bool HasLock(string folder)
    {
        var path = Path.Combine(folder, "site.db");
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=false;Default Timeout=1");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM __EFMigrationsLock";
            return command.ExecuteScalar() is > 0L;
        }
        catch (SqliteException)
        {
            // The table is not there yet, or the file is being made.
            return false;
        }
    }
}
