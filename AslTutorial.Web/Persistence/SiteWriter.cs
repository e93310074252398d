using System.Data.Common;
using AslTutorial.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AslTutorial.Web.Persistence;

/// <summary>
/// Writes to the database for everyone, committing all waiting writes in one transaction: SQLite has only one writer at a time, and
/// every commit waits for the disk. A failing write does not affect the others.
/// </summary>
internal sealed class SiteWriter(IDbContextFactory<SiteDb> databases, IWriteTurns turns, TimeProvider time, ILogger<SiteWriter> log) : IAsyncDisposable, IDisposable
{
    /// <summary>Maximum number of waiting writes.</summary>
    public const int MaxWaiting = 2_000;

    private const int MaxTogether = 64;
    private const int MaxTries = 5;

    /// <summary>After this time no more writes join a transaction, because the first ones wait for its end.</summary>
    private static readonly TimeSpan LongestTogether = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly FairLine<SiteWrite> _line = new();
    private Task _work = Task.CompletedTask;
    private bool _isWorking;
    private bool _isClosed;

    /// <summary>Writes, and returns after the commit.</summary>
    /// <param name="write">May be called again if its transaction failed, so it must change nothing but the database.</param>
    /// <param name="cancel">Takes back a write that has not begun.</param>
    /// <exception cref="WriterBusyException">Too many writes are waiting.</exception>
    public Task<T> WriteAsync<T>(Func<SiteDb, Task<T>> write, CancellationToken cancel = default) => WriteAsync(write, turns.Current, cancel);

    /// <inheritdoc cref="WriteAsync{T}(Func{SiteDb, Task{T}}, CancellationToken)"/>
    /// <param name="turn">Whose write it is, if not the caller's.</param>
    public async Task<T> WriteAsync<T>(Func<SiteDb, Task<T>> write, IReadOnlyList<string> turn, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var waiting = new SiteWrite<T>(write);
        FairLine<SiteWrite>.Place place;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_line.Count >= MaxWaiting)
            {
                throw new WriterBusyException();
            }

            place = _line.Add(turn, waiting);
            if (!_isWorking)
            {
                _isWorking = true;

                // No cancellation: it writes for everyone, not only for the first caller.
                using var alone = ExecutionContext.SuppressFlow();
                _work = Task.Run(WorkAsync, CancellationToken.None);
            }
        }

        await using var leaving = cancel.UnsafeRegister(_ => TakeBack(place, waiting), null);
        return await waiting.Answer;
    }

    public Task WriteAsync(Func<SiteDb, Task> write, CancellationToken cancel = default) => WriteAsync(
        async db =>
        {
            await write(db);
            return true;
        },
        cancel);

    /// <summary>Writes what was accepted before the site ends.</summary>
    public async ValueTask DisposeAsync()
    {
        var rest = Close();
        if (await Task.WhenAny(rest, Task.Delay(LongestEnd)) != rest)
        {
            log.LogError("The site ends although not everything is written: the database does not answer");
        }
    }

    public void Dispose() => Close().Wait(LongestEnd);

    private Task Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            return _work;
        }
    }

    private void TakeBack(FairLine<SiteWrite>.Place place, SiteWrite waiting)
    {
        bool isTaken;
        lock (_lock)
        {
            isTaken = !_line.Remove(place);
        }

        if (!isTaken)
        {
            waiting.Cancel();
        }
    }

    private async Task WorkAsync()
    {
        while (Take() is { Count: > 0 } writes)
        {
            await WriteTogetherAsync(writes);
        }
    }

    private List<SiteWrite> Take()
    {
        var writes = new List<SiteWrite>();
        lock (_lock)
        {
            while (writes.Count < MaxTogether && _line.TryTake(_ => true, out var next))
            {
                writes.Add(next);
            }

            _isWorking = writes.Count > 0;
        }

        return writes;
    }

    private async Task WriteTogetherAsync(List<SiteWrite> writes)
    {
        var tries = 1;
        while (writes.Count > 0)
        {
            var (written, hasBegun) = (0, false);
            try
            {
                written = await CommitAsync(writes, () => hasBegun = true);
            }
            catch (Exception e) when (writes.Count > 1 && hasBegun)
            {
                log.LogWarning("{Count} writes could not be committed together and are written one by one: {Reason}", writes.Count, e.Message);
                foreach (var write in writes)
                {
                    await WriteTogetherAsync([write]);
                }

                return;
            }
            catch (Exception e) when (tries < MaxTries && IsInEachOthersWay(e))
            {
                tries++;
                continue;
            }
            catch (Exception e)
            {
                writes.ForEach(write => write.Fail(e));
                return;
            }

            writes.GetRange(0, written).ForEach(write => write.Done());
            writes.RemoveRange(0, written);
        }
    }

    /// <summary>A deadlock between two nodes, in which the database has aborted this transaction: worth another try.</summary>
    private static bool IsInEachOthersWay(Exception fault) =>
        (fault as DbException ?? fault.InnerException as DbException) is { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <param name="begun">Called once the database has granted the write transaction.</param>
    /// <returns>Number of writes committed, from the first on: if they took long, the rest is left for another transaction.</returns>
    private async Task<int> CommitAsync(List<SiteWrite> writes, Action begun)
    {
        const string Before = "BeforeWrite";
        await using var db = await databases.CreateDbContextAsync();
        await using var together = await db.Database.BeginTransactionAsync();
        begun();
        var start = time.GetTimestamp();
        db.Database.AutoSavepointsEnabled = false;
        var written = 0;
        while (written < writes.Count && (written == 0 || time.GetElapsedTime(start) < LongestTogether))
        {
            var write = writes[written++];
            if (writes.Count == 1)
            {
                await write.RunAsync(db);
                continue;
            }

            await together.CreateSavepointAsync(Before);
            try
            {
                await write.RunAsync(db);
            }
            catch (Exception e)
            {
                // Throws if the database has rolled back the whole transaction, as it does when the disk is full.
                await together.RollbackToSavepointAsync(Before);
                write.Fault = e;
            }

            await together.ReleaseSavepointAsync(Before);
            db.ChangeTracker.Clear();
        }

        await together.CommitAsync();
        return written;
    }
}
