using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Retention;

public class RetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_DeletesWhoDidNotComeBackAndLeavesTheOthers()
    {
        await using var site = await TestSite.StartAsync();
        var book = site.Services.GetRequiredService<LearnerBook>();
        foreach (var learner in new[] { "once", "gone", "back", "busy" })
        {
            book.Seen(learner);
            await site.TypeAsync("dataset", "label", "'label'", learner);
            await site.CheckAsync("dataset", site.Definition("dataset").Answers(), learner);
            var run = await site.BeginAsync(learner);
            if (learner != "busy")
            {
                await site.Runs.CancelAsync(learner, run.Id, Cancel);
            }
        }

        await book.WriteAsync(Cancel);
        await using (var db = await DbAsync(site))
        {
            (await db.Learners.CountAsync(Cancel)).ShouldBe(4);
            var weeksLater = DateTimeOffset.UtcNow.AddDays(20);
            await db.Learners.Where(one => one.Id == "gone" || one.Id == "busy").ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeen, weeksLater), Cancel);
            var lately = DateTimeOffset.UtcNow.AddDays(300);
            await db.Learners.Where(one => one.Id == "back").ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeen, lately), Cancel);
        }

        (await SweepAsync(site, days: 89)).ShouldBe(0);
        (await SweepAsync(site, days: 91)).ShouldBe(1);
        await LeftAsync(site, "gone", "back", "busy");
        (await SweepAsync(site, days: 390)).ShouldBe(1);
        await LeftAsync(site, "back", "busy");
        (await SweepAsync(site, days: 390)).ShouldBe(0);
    }

    [Fact]
    public async Task Sweep_RunsThatWereDeletedLongAgo_AreForgotten()
    {
        await using var site = await TestSite.StartAsync();
        var run = await site.BeginAsync(site.Learner);
        await site.Runs.CancelAsync(site.Learner, run.Id, Cancel);
        await site.Runs.DeleteAsync(site.Learner, run.Id, Cancel);

        await SweepAsync(site, days: 364);
        (await site.Runs.FindDeletedAsync(run.Id, Cancel)).ShouldNotBeNull();
        await SweepAsync(site, days: 366);
        (await site.Runs.FindDeletedAsync(run.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Work_Exported_SaysUntilWhenItIsKept()
    {
        await using var site = await TestSite.StartAsync(("Retention:Days", "10"), ("Retention:OnceDays", "5"));
        using var client = site.Client();

        var work = await client.GetStringAsync(new Uri("/api/lessons/cnn/work", UriKind.Relative), Cancel);

        using var json = System.Text.Json.JsonDocument.Parse(work);
        (json.RootElement.GetProperty("keptUntil").GetDateTimeOffset() - json.RootElement.GetProperty("exportedAt").GetDateTimeOffset()).ShouldBe(TimeSpan.FromDays(5), "somebody who was here on this day alone");
    }

    [Theory]
    [InlineData("en", "Your work is kept for 10 days after your last visit; 5 days if you were here on one day only.")]
    [InlineData("zh-CN", "你的学习记录会在最后一次访问后保留 10 天；只来过一天的，保留 5 天。")]
    public async Task Page_SaysHowLongWorkIsKept(string culture, string sentence)
    {
        await using var site = await TestSite.StartAsync(("Retention:Days", "10"), ("Retention:OnceDays", "5"));
        using var client = site.Client();

        var page = await client.GetStringAsync(new Uri($"/lessons/cnn?culture={culture}", UriKind.Relative), Cancel);

        System.Net.WebUtility.HtmlDecode(page).ShouldContain(sentence);
    }

    [Fact]
    public async Task Size_IsToldInHealthAndToTheOperator()
    {
        const string Key = "a-key-for-the-operator";
        const int Bytes = 3 << 20;
        await using var site = await TestSite.StartAsync(("Operate:Key", Key));
        var run = Path.Combine(site.Storage, "runs", Guid.NewGuid().ToString());
        Directory.CreateDirectory(run);
        await File.WriteAllBytesAsync(Path.Combine(run, "checkpoint"), new byte[Bytes], Cancel);
        using var client = site.Client();

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        using var health = System.Text.Json.JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancel));
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var state = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri("/operate/state", UriKind.Relative), Cancel));

        health.RootElement.GetProperty("keptMegabytes").GetInt64().ShouldBeGreaterThanOrEqualTo(3);
        state.RootElement.GetProperty("storage").GetProperty("runBytes").GetInt64().ShouldBe(Bytes);
    }

    [Fact]
    public async Task Size_CountsWhatIsThere()
    {
        await using var site = await TestSite.StartAsync();
        var run = Path.Combine(site.Storage, "runs", Guid.NewGuid().ToString());
        Directory.CreateDirectory(Path.Combine(run, "epochs", "0"));
        await File.WriteAllBytesAsync(Path.Combine(run, "checkpoint"), new byte[1_000], Cancel);
        await File.WriteAllBytesAsync(Path.Combine(run, "epochs", "0", "weights.safetensors"), new byte[2_000], Cancel);

        var use = site.Services.GetRequiredService<StorageSize>().Now;

        (use.RunBytes, use.EpochBytes).ShouldBe((1_000, 2_000));
        use.DatabaseBytes.ShouldBeGreaterThan(4_096);
        use.FreeBytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Visit_OfACookieThatComesBack_IsKeptAndMakesTheLearnerKnown()
    {
        using var folder = new TestFolder();
        string cookie;
        await using (var site = TestSite.StartOn(folder, settings: ("Admission:KnownAfterMinutes", "0")))
        {
            using var client = site.Client(keepCookies: false);
            using var first = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
            cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            await site.Services.GetRequiredService<LearnerBook>().WriteAsync(Cancel);
            await using (var db = await DbAsync(site))
            {
                (await db.Learners.CountAsync(Cancel)).ShouldBe(0, "nothing is kept of who only came once");
            }

            client.DefaultRequestHeaders.Add("Cookie", cookie);
            using var second = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
            await site.Services.GetRequiredService<LearnerBook>().WriteAsync(Cancel);
        }

        await using var again = TestSite.StartOn(folder, settings: ("Admission:KnownAfterMinutes", "0"));
        await using var now = await DbAsync(again);
        var learner = await now.Learners.SingleAsync(Cancel);
        var book = again.Services.GetRequiredService<LearnerBook>();
        book.IsKnown(learner.Id).ShouldBeFalse();
        (await book.IsKnownAsync(learner.Id, Cancel)).ShouldBeTrue();
        (await book.IsKnownAsync("nobody", Cancel)).ShouldBeFalse();
    }

    private static async Task<SiteDb> DbAsync(TestSite site) =>
        await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);

    private static async Task LeftAsync(TestSite site, params string[] learners)
    {
        await using var db = await DbAsync(site);
        (await db.Learners.Select(one => one.Id).ToListAsync(Cancel)).ShouldBe(learners, ignoreOrder: true);
        (await db.Attempts.Select(one => one.LearnerId).Distinct().ToListAsync(Cancel)).ShouldBe(learners, ignoreOrder: true);
        (await db.NotebookValues.Select(one => one.LearnerId).Distinct().ToListAsync(Cancel)).ShouldBe(learners, ignoreOrder: true);
        (await db.ExerciseWork.Select(one => one.LearnerId).Distinct().ToListAsync(Cancel)).ShouldBe(learners, ignoreOrder: true);
        (await db.Runs.Select(one => one.LearnerId).Distinct().ToListAsync(Cancel)).ShouldBe(learners, ignoreOrder: true);
    }

    private static Task<int> SweepAsync(TestSite site, int days) => ActivatorUtilities.CreateInstance<RetentionSweep>(
        site.Services, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days))).RunAsync(Cancel);
}
