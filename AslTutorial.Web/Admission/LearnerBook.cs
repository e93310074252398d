using System.Collections.Concurrent;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Admission;

/// <summary>First and last visit of each learner for whom data may be stored.</summary>
internal sealed class LearnerBook(
    IDbContextFactory<SiteDb> databases, SiteWriter writer, IOptions<AdmissionOptions> options, TimeProvider time, ILogger<LearnerBook> log) : BackgroundService
{
    private const int MaxRemembered = 50_000;
    private const int Batch = 200;

    /// <summary>The last visit is updated at most this often.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromHours(1);

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StrangerFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset First, DateTimeOffset Last)> _learners = new(StringComparer.Ordinal);
    /// <summary>Learners of whom nothing is kept, and until when that is believed.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _strangers = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte> _unwritten = new(StringComparer.Ordinal);

    /// <summary>Whether a learner was here before, some minutes ago at least; from memory only.</summary>
    public bool IsKnown(string learner) =>
        _learners.TryGetValue(learner, out var seen) && seen.First <= time.GetUtcNow() - TimeSpan.FromMinutes(options.Value.KnownAfterMinutes);

    /// <summary>Whether a learner's first and last visit are at least a day apart; from memory only.</summary>
    public bool CameBack(string learner) => _learners.TryGetValue(learner, out var seen) && seen.Last - seen.First >= TimeSpan.FromDays(1);

    public async ValueTask<bool> IsKnownAsync(string learner, CancellationToken cancel)
    {
        if (!_learners.ContainsKey(learner) && !(_strangers.TryGetValue(learner, out var until) && time.GetUtcNow() < until))
        {
            await LookUpAsync(learner, cancel);
        }

        return IsKnown(learner);
    }

    /// <summary>Notes a visit.</summary>
    public void Seen(string learner)
    {
        var now = time.GetUtcNow();
        var isNew = !_learners.TryGetValue(learner, out var seen);
        if (isNew || seen.Last <= now - Grain)
        {
            _learners[learner] = (isNew ? now : seen.First, now);
            _unwritten.TryAdd(learner, 0);
        }
    }

    /// <summary>The learner's work was deleted.</summary>
    public void Forget(string learner)
    {
        _unwritten.TryRemove(learner, out _);
        _learners.TryRemove(learner, out _);
    }

    /// <summary>Writes unwritten visits, a few hundred at a time.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var batch in _unwritten.Keys.Chunk(Batch))
        {
            await writer.WriteAsync(db => WriteAsync(db, batch), cancel);
            foreach (var learner in batch)
            {
                _unwritten.TryRemove(learner, out _);
            }
        }

        if (_learners.Count > MaxRemembered)
        {
            foreach (var (learner, _) in _learners.OrderBy(one => one.Value.Last).Take(MaxRemembered / 2).ToList())
            {
                _learners.TryRemove(learner, out _);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WriteAsync(CancellationToken.None);
            }
            catch (Exception e)
            {
                log.LogWarning("Who was here could not be kept, and is tried again: {Reason}", e.Message);
            }
        }
    }

    private async Task WriteAsync(SiteDb db, string[] learners)
    {
        foreach (var learner in learners)
        {
            if (_learners.TryGetValue(learner, out var seen))
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Learners" ("Id", "FirstSeen", "LastSeen") VALUES ({learner}, {seen.First.UtcTicks}, {seen.Last.UtcTicks})
                    ON CONFLICT ("Id") DO UPDATE SET "LastSeen" = excluded."LastSeen"
                    """);
            }
        }
    }

    private async Task LookUpAsync(string learner, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Learners.AsNoTracking().FirstOrDefaultAsync(one => one.Id == learner, cancel) is { } stored)
            {
                _learners.TryAdd(learner, (stored.FirstSeen, stored.LastSeen));
                return;
            }

            if (_strangers.Count >= MaxRemembered)
            {
                _strangers.Clear();
            }

            _strangers[learner] = time.GetUtcNow() + StrangerFor;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Without a database, pages can still be read; a learner who cannot be looked up counts as new.
            log.LogWarning("A learner could not be looked up: {Reason}", e.Message);
        }
    }
}
