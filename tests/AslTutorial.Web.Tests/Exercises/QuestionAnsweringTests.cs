using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Exercises;

public class QuestionAnsweringTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_NoCellToAnswerIt_CheckedAtOnceAndTheFirstStands()
    {
        (await Site.QuestionAsync("batch-count")).ShouldBe(new QuestionState(null, null));
        (await AnswerAsync(Site, "batch-count", ""))!.Right.ShouldBeNull();

        (await AnswerAsync(Site, "batch-count", "many"))!.ShouldSatisfyAllConditions(
            q => q.IsAnswered.ShouldBeFalse(), q => q.Verdict!.Status.ShouldBe(VerdictStatus.Invalid), q => q.Verdict!.Explanation.ShouldBeNull());
        var wrong = await AnswerAsync(Site, "batch-count", " 857 ");
        wrong!.Verdict!.Status.ShouldBe(VerdictStatus.Wrong);
        wrong.Verdict.Message.ShouldContain("31");
        wrong.Verdict.Explanation.ShouldNotBeNull().ShouldContain("858");
        wrong.Right.ShouldBe("858");
        (await AnswerAsync(Site, "batch-count", "858"))!.Answer.ShouldBe(" 857 ");
        (await AnswerAsync(Site, "nothing", "858")).ShouldBeNull();
    }

    [Fact]
    public async Task Answer_CellRuns_WhatWasTypedBeforeStands()
    {
        await using var trainer = await TrainerAsync();
        await Site.TypeAsync("predict:reshape-shape", "answer", "5x1x28x28");
        (await Site.QuestionAsync("reshape-shape")).ShouldBe(new QuestionState(null, null));

        await Site.RunAllAsync("setup", "load", "peek", "reshape");

        (await Site.QuestionAsync("reshape-shape")).ShouldSatisfyAllConditions(
            q => q.Answer.ShouldBe("5x1x28x28"), q => q.Verdict!.Status.ShouldBe(VerdictStatus.Correct));

        (await SkippedAsync(Site, "reshape-shape")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a lot")]
    public async Task Answer_CellRunsAndNothingReadableWasTyped_QuestionIsSkippedAndMayStillBeAnswered(string? typed)
    {
        await using var trainer = await TrainerAsync();
        await Site.TypeAsync("predict:reshape-shape", "answer", typed);

        await Site.RunAllAsync("setup", "load", "peek", "reshape");

        (await Site.QuestionAsync("reshape-shape")).IsAnswered.ShouldBeFalse();
        (await SkippedAsync(Site, "reshape-shape")).ShouldBeTrue();
        (await AnswerAsync(Site, "reshape-shape", "5 1 28 28"))!.Verdict!.Status.ShouldBe(VerdictStatus.Correct);
    }

    [Fact]
    public async Task Answer_OfACellThatWasNotRun_CheckedAtOnceAllTheSame()
    {
        (await AnswerAsync(Site, "validation-curve", "jumps"))!.ShouldSatisfyAllConditions(
            q => q.Verdict!.Status.ShouldBe(VerdictStatus.Correct), q => q.Right!.ShouldStartWith("be near 0.9 or above it after the first epoch"));
    }

    [Fact]
    public async Task Answer_TrainingEnds_ThatQuestionIsAnswered()
    {
        await using var trainer = await TrainerAsync();
        await Site.TypeAsync("predict:validation-curve", "answer", "smooth");

        (await Site.Runs.StartAsync(Learner, "cnn", new TrainingSettings(Epochs: 1), Cancel)).ShouldBeOfType<RunStart.Accepted>();
        var order = await trainer.NextOrderAsync();
        (await trainer.EpochAsync(order.Lease, 0)).ShouldBeTrue();
        (await Site.QuestionAsync("validation-curve")).IsAnswered.ShouldBeFalse();
        (await trainer.EndAsync(order.Lease)).ShouldBeTrue();

        await Eventually.ShouldBeTrueAsync(
            async () => (await Site.QuestionAsync("validation-curve")).Verdict?.Status == VerdictStatus.Wrong, "the question is answered");
    }

    private static async Task<bool> SkippedAsync(TestSite site, string question) =>
        (await site.OpenAsync()).Values.ContainsKey(($"predict:{question}", "skipped"));

    private static async Task<QuestionState?> AnswerAsync(TestSite site, string question, string text)
    {
        await site.TypeAsync($"predict:{question}", "answer", text);
        return await site.Exercises().AnswerAsync(site.Learner, NotebookSite.Lesson, question, "en", Cancel);
    }
}
