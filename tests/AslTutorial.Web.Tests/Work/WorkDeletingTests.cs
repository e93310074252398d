using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Progress;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Work;

public class WorkDeletingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_Work_LeavesNoRowAndNoFileOfTheLearnerAndAllOfOthers()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = site.Client();
        using var bob = site.Client();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var running = await BeginAsync(ada);
        var order = await trainer.NextOrderAsync();
        await trainer.EpochAsync(order.Lease, 0);
        (await trainer.PutCheckpointAsync(order.Lease, [1, 2, 3])).EnsureSuccessStatusCode();
        var queued = await BeginAsync(ada);
        var others = await BeginAsync(bob);
        await WorkAsync(site, running);
        await WorkAsync(site, others);
        var learner = await OwnerAsync(site, running);
        (await RowsAsync(site, learner)).Count(t => t.Value > 0).ShouldBeGreaterThanOrEqualTo(3, "there is something to delete");
        var departed = 0;
        using var page = site.Services.GetRequiredService<DepartedLearners>().Watch(learner, () => departed++);

        using var answer = await ada.DeleteAsync(new Uri("/api/learner/work", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("asl-learner=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        departed.ShouldBe(1);
        (await RowsAsync(site, learner)).ShouldAllBe(table => table.Value == 0);
        (await site.Services.GetRequiredService<RunFiles>().HasCheckpointAsync(running, Cancel)).ShouldBeFalse();
        (await trainer.NextCancelAsync()).ShouldBe(order.Lease);
        (await trainer.EpochAsync(order.Lease, 1)).ShouldBeFalse("the run is gone");
        foreach (var gone in new[] { running, queued })
        {
            (await bob.GetAsync(new Uri($"/runs/{gone}", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        }

        (await RowsAsync(site, await OwnerAsync(site, others))).Count(t => t.Value > 0).ShouldBeGreaterThanOrEqualTo(3, "another's work");
        await trainer.DescribeAsync(AslTutorial.Training.Contracts.TrainerPhase.Idle);
        (await trainer.NextOrderAsync()).Lease.RunId.ShouldBe(others, "the queue goes on");
    }

    [Fact]
    public async Task Tables_OfTheModel_AreAllThatNameLearners()
    {
        await using var site = await TestSite.StartAsync();
        await using var db = await DbAsync(site);

        WorkDeleting.Tables(db.Model).Select(t => t.Table).ShouldBe(
            ["Notebooks", "NotebookValues", "CellRuns", "ExerciseWork", "Attempts", "QuestionAnswers", "SectionsRead", "ConfusionNotes", "Learners"], ignoreOrder: true);
    }

    [Fact]
    public async Task Delete_Learner_TakesTheCookieAndLeavesTheWork()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = site.Client();
        var run = await BeginAsync(ada);
        var learner = await OwnerAsync(site, run);
        var departed = 0;
        using var page = site.Services.GetRequiredService<DepartedLearners>().Watch(learner, () => departed++);

        (await ada.DeleteAsync(new Uri("/api/learner", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        departed.ShouldBe(1);
        (await ada.GetFromJsonAsync<JsonElement>(new Uri("/api/runs", UriKind.Relative), Cancel)).GetArrayLength().ShouldBe(0);
        (await OwnerAsync(site, run)).ShouldBe(learner);
    }

    private static async Task<Guid> BeginAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync(new Uri("/api/runs", UriKind.Relative), new { epochs = 5, fresh = true }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid();
    }

    private static async Task WorkAsync(TestSite site, Guid run)
    {
        var learner = await OwnerAsync(site, run);
        await site.Services.GetRequiredService<IReadingProgress>().AddAsync(learner, "cnn", ["first", "second"], Cancel);
        await site.Services.GetRequiredService<IConfusionNotes>().KeepAsync(learner, run, "M and N are alike.", Cancel);
    }

    private static async Task<string> OwnerAsync(TestSite site, Guid run)
    {
        await using var db = await DbAsync(site);
        return (await db.Runs.SingleAsync(r => r.Id == run, Cancel)).LearnerId;
    }

    private static async Task<Dictionary<string, int>> RowsAsync(TestSite site, string learner)
    {
        await using var db = await DbAsync(site);
        var rows = new Dictionary<string, int> { ["Runs"] = await db.Runs.CountAsync(r => r.LearnerId == learner, Cancel) };
        foreach (var (table, column) in WorkDeleting.Tables(db.Model))
        {
#pragma warning disable EF1002
            rows[table] = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}", learner).SingleAsync(Cancel);
#pragma warning restore EF1002
        }

        return rows;
    }

    private static Task<SiteDb> DbAsync(TestSite site) => site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
}
