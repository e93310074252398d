using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>
/// Stores the files of executions as rows, which every node can reach. They are buffered in a temporary file, so that a slow trainer
/// or browser holds neither memory nor a database connection.
/// </summary>
internal sealed class RunRows(IDbContextFactory<PostgresDb> databases, StorageFolder folder, TimeProvider time) : IRunStore
{
    /// <summary>UsedAt is updated at most this often.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(Guid, string), DateTimeOffset> _used = new();

    public async Task<bool> WriteAsync(RunFile file, Stream content, long limit, Func<Task<bool>> commit, string? keepPrevious, CancellationToken cancel)
    {
        await using var aside = PassingFile.Create(folder);
        await SafeFile.CopyAsync(content, aside, limit, cancel);
        aside.Position = 0;

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        // Serializes two writers of one file (one of them has lost its lease but does not know yet).
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"{file.ExecutionId}/{file.Name}"}, 0))", cancel);
        if (keepPrevious is not null)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM "StoredFiles" WHERE "ExecutionId" = {file.ExecutionId} AND "Name" = {keepPrevious}
                    AND EXISTS (SELECT 1 FROM "StoredFiles" WHERE "ExecutionId" = {file.ExecutionId} AND "Name" = {file.Name})
                """,
                cancel);
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "StoredFiles" SET "Name" = {keepPrevious} WHERE "ExecutionId" = {file.ExecutionId} AND "Name" = {file.Name}""", cancel);
        }

        await InsertAsync(db, file, aside, cancel);
        if (!await commit())
        {
            return false;
        }

        await together.CommitAsync(cancel);
        return true;
    }

    public async Task<Stream?> OpenAsync(RunFile file, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("""SELECT "Bytes" FROM "StoredFiles" WHERE "ExecutionId" = $1 AND "Name" = $2""", (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = file.ExecutionId });
        command.Parameters.Add(new() { Value = file.Name });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return null;
        }

        var aside = PassingFile.Create(folder);
        try
        {
            await using (var bytes = await reader.GetStreamAsync(0, cancel))
            {
                await bytes.CopyToAsync(aside, cancel);
            }

            aside.Position = 0;
            return aside;
        }
        catch
        {
            await aside.DisposeAsync();
            throw;
        }
    }

    public async Task<long?> VersionAsync(RunFile file, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var at = await db.StoredFiles.Where(f => f.ExecutionId == file.ExecutionId && f.Name == file.Name).Select(f => (DateTimeOffset?)f.WrittenAt).FirstOrDefaultAsync(cancel);
        return at?.UtcTicks;
    }

    public async Task<bool> CopyAsync(RunFile from, RunFile to, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcTicks;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StoredFiles" ("ExecutionId", "Name", "WrittenAt", "UsedAt", "Length", "Bytes")
            SELECT {to.ExecutionId}, {to.Name}, {now}, {now}, "Length", "Bytes" FROM "StoredFiles" WHERE "ExecutionId" = {from.ExecutionId} AND "Name" = {from.Name}
            ON CONFLICT ("ExecutionId", "Name") DO UPDATE SET "WrittenAt" = excluded."WrittenAt", "UsedAt" = excluded."UsedAt",
                "Length" = excluded."Length", "Bytes" = excluded."Bytes"
            """,
            cancel) > 0;
    }

    public async Task<IReadOnlyList<string>> ListAsync(Guid executionId, string folder, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.StoredFiles.Where(f => f.ExecutionId == executionId && f.Name.StartsWith(folder + "/")).Select(f => f.Name).ToListAsync(cancel);
    }

    public async Task DeleteAsync(Guid executionId, string? name, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.StoredFiles.Where(f => f.ExecutionId == executionId && (name == null || f.Name == name || f.Name.StartsWith(name + "/"))).ExecuteDeleteAsync(cancel);
    }

    public async Task<IReadOnlyList<RunFolder>> MeasureAsync(string folder, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Measured(db.StoredFiles, folder).ToListAsync(cancel);
    }

    public async Task<RunFolder?> MeasureAsync(Guid executionId, string folder, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Measured(db.StoredFiles.Where(f => f.ExecutionId == executionId), folder).FirstOrDefaultAsync(cancel);
    }

    public async Task UseAsync(Guid executionId, string folder, CancellationToken cancel)
    {
        const int Many = 1_000;
        var now = time.GetUtcNow();
        if (_used.TryGetValue((executionId, folder), out var told) && now - told < Grain)
        {
            return;
        }

        if (_used.Count >= Many)
        {
            _used.Clear();
        }

        _used[(executionId, folder)] = now;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.StoredFiles.Where(f => f.ExecutionId == executionId && f.Name.StartsWith(folder + "/")).ExecuteUpdateAsync(set => set.SetProperty(f => f.UsedAt, now), cancel);
    }

    public async Task<int> SweepAsync(IReadOnlySet<Guid> known, DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = await db.StoredFiles.GroupBy(f => f.ExecutionId).Where(one => one.Max(f => f.WrittenAt) < before).Select(one => one.Key).ToListAsync(cancel);
        var orphans = old.Where(id => !known.Contains(id)).ToList();
        foreach (var id in orphans)
        {
            await DeleteAsync(id, name: null, cancel);
        }

        return orphans.Count;
    }

    private static IQueryable<RunFolder> Measured(IQueryable<StoredFile> files, string folder) => files
        .Where(f => f.Name.StartsWith(folder + "/"))
        .GroupBy(f => f.ExecutionId)
        .Select(one => new RunFolder(one.Key, one.Sum(f => f.Length), one.Max(f => f.UsedAt)));

    private async Task InsertAsync(PostgresDb db, RunFile file, FileStream bytes, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcTicks;
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO "StoredFiles" ("ExecutionId", "Name", "WrittenAt", "UsedAt", "Length", "Bytes") VALUES ($1, $2, $3, $3, $4, $5)
            ON CONFLICT ("ExecutionId", "Name") DO UPDATE SET "WrittenAt" = excluded."WrittenAt", "UsedAt" = excluded."UsedAt",
                "Length" = excluded."Length", "Bytes" = excluded."Bytes"
            """,
            (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = file.ExecutionId });
        command.Parameters.Add(new() { Value = file.Name });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = bytes.Length });
        command.Parameters.Add(new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
