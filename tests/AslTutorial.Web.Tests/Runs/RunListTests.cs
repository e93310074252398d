using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Runs;

/// <summary>The list of runs where there are thousands.</summary>
public class RunListTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private const int Page = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListFromAsync_PageAfterPage_HasEveryRunOnceAndTheNewestFirst()
    {
        // Some at the same time: these are told apart by their ids.
        await FillAsync(Site, Learner, 130, epochs: 1, (n, start) => start.AddSeconds(n / 3));
        await FillAsync(Site, Other, 5, epochs: 1, (n, start) => start.AddSeconds(n));
        var seen = new List<RunView>();
        RunCursor? from = null;
        for (var page = 0; page < 3; page++)
        {
            var runs = await Site.Runs.ListFromAsync(Learner, from, Page, cancel: Cancel);
            seen.AddRange(runs);
            from = RunCursor.Read(RunCursor.Of(runs[^1]).ToString());
        }

        seen.Count.ShouldBe(130);
        seen.Select(run => run.Id).Distinct().Count().ShouldBe(130);
        seen.Select(run => run.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        (await Site.Runs.ListFromAsync(Learner, from, Page, cancel: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ListFromAsync_FromTheMiddle_GivesWhatIsOlder()
    {
        await FillAsync(Site, Learner, 300, epochs: 1, (n, start) => start.AddSeconds(n));
        var newest = (await Site.Runs.ListAsync(Learner, 1, cancel: Cancel))[0].CreatedAt;

        var page = await Site.Runs.ListFromAsync(Learner, new RunCursor(newest.AddSeconds(-150), Guid.Empty), Page, cancel: Cancel);

        page.Select(run => (int)(newest - run.CreatedAt).TotalSeconds).ShouldBe(Enumerable.Range(151, Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-1_00000000000000000000000000000001")]
    [InlineData("99999999999999999999_00000000000000000000000000000001")]
    [InlineData("5_x")]
    public void Read_NoCursor_IsNull(string text) => RunCursor.Read(text).ShouldBeNull();

    [Fact]
    public async Task Get_MoreThanAPage_NamesTheNextOne()
    {
        await using var site = await TestSite.StartAsync(("Runs:PerLearner", "100"));
        using var client = site.Client();
        for (var run = 0; run < Page + 1; run++)
        {
            using var answer = await client.PostAsJsonAsync(new Uri("/api/runs", UriKind.Relative), new { epochs = 1 }, Cancel);
            answer.IsSuccessStatusCode.ShouldBeTrue();
        }

        using var first = await client.GetAsync(new Uri("/api/runs", UriKind.Relative), Cancel);
        (await first.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetArrayLength().ShouldBe(Page);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];

        using var second = await client.GetAsync(new Uri(next, UriKind.Relative), Cancel);
        (await second.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetArrayLength().ShouldBe(1);
        second.Headers.Contains("Link").ShouldBeFalse();
        using var bad = await client.GetAsync(new Uri("/api/runs?before=x", UriKind.Relative), Cancel);
        ((int)bad.StatusCode).ShouldBe(400);
    }

    private static async Task FillAsync(TestSite site, string learner, int runs, int epochs, Func<int, DateTimeOffset, DateTimeOffset> at)
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var n = 0; n < runs; n++)
        {
            var record = RunMapping.NewRecord(Guid.NewGuid(), learner, "cnn", new TrainingSettings(Epochs: epochs), null, null, at(n, start), isFresh: false);
            record.Take(new(1, n, record.Id, learner));
            record.State = RunState.Completed;
            record.Epochs.AddRange(Enumerable.Range(0, epochs).Select(epoch => Samples.Epoch(epoch).ToRecord(record.Id)));
            db.Runs.Add(record);
        }

        await db.SaveChangesAsync(Cancel);
    }
}
