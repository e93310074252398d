using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Exercises;

public class QuestionAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_NoCellToAnswerIt_CheckedAtOnceAndTheFirstStands()
    {
        await using var site = await TestSite.StartAsync();
        (await site.QuestionAsync("batch-count")).ShouldBe(new QuestionState(null, null));
        (await AnswerAsync(site, "batch-count", ""))!.Right.ShouldBeNull();

        (await AnswerAsync(site, "batch-count", "many"))!.ShouldSatisfyAllConditions(
            q => q.IsAnswered.ShouldBeFalse(), q => q.Verdict!.Status.ShouldBe(VerdictStatus.Invalid), q => q.Verdict!.Explanation.ShouldBeNull());
        var wrong = await AnswerAsync(site, "batch-count", " 857 ");
        wrong!.Verdict!.Status.ShouldBe(VerdictStatus.Wrong);
        wrong.Verdict.Message.ShouldContain("31");
        wrong.Verdict.Explanation.ShouldNotBeNull().ShouldContain("858");
        wrong.Right.ShouldBe("858");
        (await AnswerAsync(site, "batch-count", "858"))!.Answer.ShouldBe(" 857 ");
        (await AnswerAsync(site, "nothing", "858")).ShouldBeNull();
    }

    [Fact]
    public async Task Answer_CellRuns_WhatWasTypedBeforeStands()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.TypeAsync("predict:reshape-shape", "answer", "5x1x28x28");
        (await site.QuestionAsync("reshape-shape")).ShouldBe(new QuestionState(null, null));

        await site.RunAllAsync("setup", "load", "peek", "reshape");

        (await site.QuestionAsync("reshape-shape")).ShouldSatisfyAllConditions(
            q => q.Answer.ShouldBe("5x1x28x28"), q => q.Verdict!.Status.ShouldBe(VerdictStatus.Correct));

        (await SkippedAsync(site, "reshape-shape")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a lot")]
    public async Task Answer_CellRunsAndNothingReadableWasTyped_QuestionIsSkippedAndMayStillBeAnswered(string? typed)
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.TypeAsync("predict:reshape-shape", "answer", typed);

        await site.RunAllAsync("setup", "load", "peek", "reshape");

        (await site.QuestionAsync("reshape-shape")).IsAnswered.ShouldBeFalse();
        (await SkippedAsync(site, "reshape-shape")).ShouldBeTrue();
        (await AnswerAsync(site, "reshape-shape", "5 1 28 28"))!.Verdict!.Status.ShouldBe(VerdictStatus.Correct);
    }

    [Fact]
    public async Task Answer_OfACellThatWasNotRun_CheckedAtOnceAllTheSame()
    {
        await using var site = await TestSite.StartAsync();
        (await AnswerAsync(site, "validation-curve", "jumps"))!.ShouldSatisfyAllConditions(
            q => q.Verdict!.Status.ShouldBe(VerdictStatus.Correct), q => q.Right!.ShouldStartWith("be near 0.9 or above it after the first epoch"));
    }

    [Fact]
    public async Task Answer_TrainingEnds_ThatQuestionIsAnswered()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.TypeAsync("predict:validation-curve", "answer", "smooth");

        (await site.Runs.StartAsync("ada", "cnn", new TrainingSettings(Epochs: 1), Cancel)).ShouldBeOfType<RunStart.Accepted>();
        var order = await trainer.NextOrderAsync();
        (await trainer.EpochAsync(order.Lease, 0)).ShouldBeTrue();
        (await site.QuestionAsync("validation-curve")).IsAnswered.ShouldBeFalse();
        (await trainer.EndAsync(order.Lease)).ShouldBeTrue();

        await Eventually.ShouldBeTrueAsync(
            async () => (await site.QuestionAsync("validation-curve")).Verdict?.Status == VerdictStatus.Wrong, "the question is answered");
    }

    private static async Task<bool> SkippedAsync(TestSite site, string question) =>
        (await site.OpenAsync()).Values.ContainsKey(($"predict:{question}", "skipped"));

    private static async Task<QuestionState?> AnswerAsync(TestSite site, string question, string text)
    {
        await site.TypeAsync($"predict:{question}", "answer", text);
        return await site.Exercises().AnswerAsync("ada", NotebookSite.Lesson, question, "en", Cancel);
    }
}
