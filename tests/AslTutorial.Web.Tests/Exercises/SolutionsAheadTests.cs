using System.Net.Http.Json;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

public sealed class SolutionsAheadTests
{
    private const int AtLeast = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrainerIsReady_EachSolutionIsExecutedOnceAndALearnersIsAnsweredWithoutAnExecution()
    {
        await using var site = await TestSite.StartAsync(("Exercises:SolveAhead", "true"));
        var ahead = site.Services.GetRequiredService<SolutionsAhead>();
        (await ahead.RunAsync(Cancel)).ShouldBe(0, "no trainer is there");

        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await Eventually.ShouldBeTrueAsync(() => trainer.Cells.Reader.Count >= AtLeast, "solutions are executed");
        await Eventually.ShouldBeTrueAsync(async () => await ahead.RunAsync(Cancel) == 0, "all of them are");
        var executed = trainer.Cells.Reader.Count;
        using var client = site.Client();
        using var answer = await client.PostAsJsonAsync(
            "/api/lessons/cnn/exercises/train-validate/check", new { gaps = site.Definition("train-validate").Answers() }, Cancel);
        answer.EnsureSuccessStatusCode();

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"ran\"");
        trainer.Cells.Reader.Count.ShouldBe(executed);
    }

    [Fact]
    public async Task TrainerIsLostMeanwhile_TheRestIsExecutedByTheNext()
    {
        await using var site = await TestSite.StartAsync();
        var ahead = site.Services.GetRequiredService<SolutionsAhead>();
        var all = 0;
        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            trainer.OnCell = async order =>
            {
                if (trainer.Cells.Reader.Count == 2)
                {
                    await Task.Delay(Timeout.Infinite, Cancel);
                }

                return Samples.Result(order.Cell);
            };
            var run = ahead.RunAsync(Cancel);
            await Eventually.ShouldBeTrueAsync(() => trainer.Cells.Reader.Count == 2, "the second is under way");
            await trainer.DisposeAsync();
            (await run).ShouldBe(1);
        }

        await using var next = await FakeTrainer.ReadyAsync(site);
        all = await ahead.RunAsync(Cancel);

        all.ShouldBeGreaterThanOrEqualTo(AtLeast);
        next.Cells.Reader.Count.ShouldBe(all - 1, "the first one's outcome was kept");
        (await ahead.RunAsync(Cancel)).ShouldBe(0);
    }
}
