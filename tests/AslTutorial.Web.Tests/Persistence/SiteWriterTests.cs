using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Persistence;

/// <summary>On the real database of a site, each test with learners of its own.</summary>
public class SiteWriterTests(SharedSite shared)
{
    private readonly string _learner = Guid.NewGuid().ToString("n");
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDbContextFactory<SiteDb> Databases => shared.Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 10)]
    [InlineData(60, 50)]
    public async Task Write_ManyAtOnce_GoTogetherUntilTheFirstOfThemHasWaitedLongEnough(int millisecondsEach, int expected)
    {
        await using var writer = New();
        var transactions = new HashSet<object>();
        var held = Hold(writer, out var release);
        var writes = Enumerable.Range(0, 50).Select(i => writer.WriteAsync(
            async db =>
            {
                transactions.Add(db.Database.CurrentTransaction!.TransactionId);
                _time.Advance(TimeSpan.FromMilliseconds(millisecondsEach));
                await AddAsync(db, $"value{i}");
                return i;
            },
            Cancel)).ToList();
        release.SetResult();

        (await Task.WhenAll(writes)).ShouldBe(Enumerable.Range(0, 50));
        await held;
        (await CountAsync()).ShouldBe(50);
        transactions.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Write_OneFails_FailsAlone()
    {
        await using var writer = New();
        var held = Hold(writer, out var release);
        var before = writer.WriteAsync(db => AddAsync(db, "before"), Cancel);
        var fails = writer.WriteAsync(
            async db =>
            {
                await AddAsync(db, "half");
                throw new InvalidOperationException("On purpose.");
            },
            Cancel);
        var twice = writer.WriteAsync(db => AddAsync(db, "before"), Cancel);
        var after = writer.WriteAsync(db => AddAsync(db, "after"), Cancel);
        release.SetResult();

        await Task.WhenAll(held, before, after);
        (await Should.ThrowAsync<InvalidOperationException>(() => fails)).Message.ShouldBe("On purpose.");
        await Should.ThrowAsync<DbUpdateException>(() => twice);
        (await NamesAsync()).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task Write_TheTransactionIsGivenUp_TheOthersAreWrittenOneByOne()
    {
        await using var writer = New();
        var held = Hold(writer, out var release);
        var before = writer.WriteAsync(db => AddAsync(db, "before"), Cancel);

        // As SQLite does where the disk is full.
        var breaks = writer.WriteAsync(
            async db =>
            {
                await db.Database.ExecuteSqlRawAsync("ROLLBACK");
                throw new IOException("On purpose.");
            },
            Cancel);
        var after = writer.WriteAsync(db => AddAsync(db, "after"), Cancel);
        release.SetResult();

        await Task.WhenAll(held, before, after);
        await Should.ThrowAsync<Exception>(() => breaks);
        (await NamesAsync()).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task Write_TooMuchWaits_IsRefusedAndTheRestIsWritten()
    {
        await using var writer = New();
        var held = Hold(writer, out var release);
        var writes = Enumerable.Range(0, SiteWriter.MaxWaiting).Select(_ => writer.WriteAsync(_ => Task.FromResult(true), Cancel)).ToList();

        await Should.ThrowAsync<WriterBusyException>(() => writer.WriteAsync(db => AddAsync(db, "much"), Cancel));

        release.SetResult();
        await held;
        await Task.WhenAll(writes);
        await writer.WriteAsync(db => AddAsync(db, "later"), Cancel);
        (await NamesAsync()).ShouldBe(["later"]);
    }

    [Fact]
    public async Task Write_CallerLeavesBeforeItsTurn_IsNotWritten()
    {
        await using var writer = New();
        var held = Hold(writer, out var release);
        using var leaves = new CancellationTokenSource();
        var left = writer.WriteAsync(db => AddAsync(db, "left"), leaves.Token);
        var stays = writer.WriteAsync(db => AddAsync(db, "stays"), Cancel);

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => left);
        release.SetResult();
        await Task.WhenAll(held, stays);
        (await NamesAsync()).ShouldBe(["stays"]);
    }

    [Fact]
    public async Task Dispose_SomeWait_TheyAreWrittenFirstAndNoMoreIsTaken()
    {
        var writer = New();
        var held = Hold(writer, out var release);
        var waits = writer.WriteAsync(db => AddAsync(db, "waits"), Cancel);
        var ends = writer.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => writer.WriteAsync(db => AddAsync(db, "late"), Cancel));
        release.SetResult();

        await ends;
        await Task.WhenAll(held, waits);

        (await NamesAsync()).ShouldBe(["waits"]);
    }

    [Fact]
    public async Task Write_AnotherHoldsTheDatabase_WaitsAndIsWritten()
    {
        await using var writer = New();
        await using var other = await Databases.CreateDbContextAsync(Cancel);
        await using var holds = await other.Database.BeginTransactionAsync(Cancel);
        // On SQLite a transaction holds all of it.
        if (TestDatabase.IsShared)
        {
            await other.Database.ExecuteSqlRawAsync("LOCK TABLE \"NotebookValues\" IN SHARE ROW EXCLUSIVE MODE", Cancel);
        }

        var waits = writer.WriteAsync(db => AddAsync(db, "waits"), Cancel);
        (await NamesAsync()).ShouldBeEmpty();

        await holds.CommitAsync(Cancel);

        await waits;
        (await NamesAsync()).ShouldBe(["waits"]);
    }

    [Fact]
    public async Task Write_SomebodyFloods_TheOthersAreNextButOne()
    {
        var turns = new Turns();
        await using var writer = new SiteWriter(Databases, turns, _time, NullLogger<SiteWriter>.Instance);
        var held = Hold(writer, out var release);
        var order = new List<string>();
        turns.Current = ["flood"];
        var writes = Enumerable.Range(0, 20).Select(_ => Note("flood")).ToList();
        turns.Current = ["ada"];
        writes.Add(Note("ada"));
        release.SetResult();

        await Task.WhenAll([held, .. writes]);
        order.IndexOf("ada").ShouldBe(1);

        Task Note(string who) => writer.WriteAsync(
            _ =>
            {
                order.Add(who);
                return Task.CompletedTask;
            },
            Cancel);
    }

    private SiteWriter New() => new(Databases, new Turns(), _time, NullLogger<SiteWriter>.Instance);

    /// <summary>What is written after it gathers until it is released.</summary>
    private static Task Hold(SiteWriter writer, out TaskCompletionSource release)
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        release = gate;
        var held = writer.WriteAsync(
            _ =>
            {
                begun.SetResult();
                return gate.Task;
            },
            Cancel);
        begun.Task.Wait(Cancel);
        return held;
    }

    private async Task AddAsync(SiteDb db, string name)
    {
        db.NotebookValues.Add(new() { LearnerId = _learner, Lesson = "cnn", Cell = "peek", Name = name, Text = "1" });
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<int> CountAsync() => (await NamesAsync()).Count;

    private async Task<List<string>> NamesAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Cancel);
        return await db.NotebookValues.Where(value => value.LearnerId == _learner).Select(value => value.Name).Order().ToListAsync(Cancel);
    }

    private sealed class Turns : IWriteTurns
    {
        public IReadOnlyList<string> Current { get; set; } = ["all"];
    }
}
