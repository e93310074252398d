using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Data;

/// <summary>How long contact sheets live.</summary>
public sealed class ContactSheetsTests
{
    private const string Old = "0f";
    private static readonly string Described = FakeTrainer.Data.Digest;
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_DataThatNoTrainerHasAndNoPageShows_LosesItsSheetsAfterNinetyDays()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var node = new Node(site);
        await node.WriteAsync(Described);
        await node.WriteAsync(Old);

        await node.SweepAsync(days: 89);
        node.Digests.ShouldBe([Old, Described]);

        await node.SweepAsync(days: 91);
        node.Digests.ShouldBe([Described]);
        Directory.Exists(Path.Combine(site.Storage, "datasets", Old)).ShouldBeFalse();
    }

    [Fact]
    public async Task Address_OfASheetThatAPageShows_IsAUseOfIt()
    {
        await using var site = await TestSite.StartAsync();
        var node = new Node(site);
        await node.WriteAsync(Old);

        node.Time.Advance(TimeSpan.FromDays(60));
        node.Sheets.AddressOf(Old, "train").ShouldBe($"/datasets/{Old}/train.png");
        await node.SweepAsync(days: 89);

        node.Digests.ShouldBe([Old]);
    }

    [Fact]
    public async Task Sweep_OfTwoNodes_KeepsWhatOneOfThemUsesAndBringsNothingBack()
    {
        var database = await TestDatabase.MakeAsync();
        using TestFolder here = new(), there = new();
        await using var site = await Task.Run(() => TestSite.StartNode(here, database));
        await using var otherSite = await Task.Run(() => TestSite.StartNode(there, database));
        var (one, other) = (new Node(site), new Node(otherSite));
        await one.WriteAsync(Old);
        await one.Shared.ExchangeAsync(Cancel);
        await other.Shared.ExchangeAsync(Cancel);
        other.Digests.ShouldBe([Old]);

        other.Time.Advance(TimeSpan.FromDays(60));
        other.Sheets.AddressOf(Old, "train").ShouldNotBeNull();
        await other.Shared.ExchangeAsync(Cancel);
        await one.SweepAsync(days: 91);
        one.Digests.ShouldBe([Old], "it was used at the other node");

        await one.SweepAsync(days: 60);
        one.Digests.ShouldBeEmpty();
        await other.SweepAsync(days: 91);
        await one.Shared.ExchangeAsync(Cancel);

        one.Digests.ShouldBeEmpty();
        other.Digests.ShouldBeEmpty();
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync(Cancel);
        (await db.ContactSheets.CountAsync(Cancel)).ShouldBe(0);
    }

    /// <summary>What a site keeps, at another time than its own.</summary>
    private sealed class Node
    {
        private readonly TestSite _site;

        public Node(TestSite site)
        {
            _site = site;
            Sheets = new(site.Services.GetRequiredService<StorageFolder>(), Time);
            Shared = ActivatorUtilities.CreateInstance<SharedSheets>(site.Services, Sheets, Time);
        }

        public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

        public ContactSheets Sheets { get; }

        public SharedSheets Shared { get; }

        public IEnumerable<string> Digests => Sheets.All().Keys.Select(one => one.Digest).Order(StringComparer.Ordinal);

        public async Task WriteAsync(string digest)
        {
            using var content = new MemoryStream(Png);
            (await Sheets.WriteAsync(digest, "train", content, Cancel)).ShouldBeTrue();
        }

        public async Task SweepAsync(int days)
        {
            Time.Advance(TimeSpan.FromDays(days));
            await ActivatorUtilities.CreateInstance<RetentionSweep>(_site.Services, Sheets, Shared, Time).RunAsync(Cancel);
        }
    }
}
