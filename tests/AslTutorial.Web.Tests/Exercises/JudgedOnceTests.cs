using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

public sealed class JudgedOnceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_TwoPagesLook_TheAnswersAreJudgedOnce()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var judged = site.Services.GetRequiredService<JudgedWork>();
        await site.CheckAsync("dataloader", ("train_shuffle", "shuffle=False"));
        var seen = new List<ExerciseState>();
        using var first = Watch();
        using var second = Watch();
        var before = judged.Judgements;

        var work = await site.CheckAsync("dataset", ("label", "'labels'"));

        var state = await site.ExerciseAsync("dataset");
        judged.Judgements.ShouldBe(before + 1);
        work.Checked.Verdict.Status.ShouldBe(VerdictStatus.Wrong);
        state.Last!.Checked.Verdict.ShouldBeSameAs(work.Checked.Verdict);
        seen.Count.ShouldBeGreaterThanOrEqualTo(2);
        (await site.ExerciseAsync("dataset")).ShouldBeSameAs(state, "nothing has changed");
        (await site.ExerciseAsync("dataset", language: "zh-CN")).Last!.Checked.Verdict.Message.ShouldNotBe(work.Checked.Verdict.Message);
        judged.Judgements.ShouldBe(before + 3, "both exercises for a reader of another language");

        await site.HintAsync("dataset");
        (await site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(e => e.Hints.Count.ShouldBe(1), e => e.Last.ShouldBeSameAs(state.Last));
        judged.Judgements.ShouldBe(before + 3, "a hint is no answer");

        IDisposable Watch() => site.Notebooks().Watch("ada", NotebookSite.Lesson, () => seen.Add(site.ExerciseAsync("dataset").Result));
    }

    [Fact]
    public async Task Check_NumberThatItIsJudgedByChanges_IsJudgedAnew()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.CheckAsync("dataloader", ("train_shuffle", "shuffle=False"));
        var judged = site.Services.GetRequiredService<JudgedWork>();
        await site.ExerciseAsync("dataloader");
        var before = judged.Judgements;

        await site.TypeAsync("peek", "rows", "9");
        await site.ExerciseAsync("dataloader");
        judged.Judgements.ShouldBe(before);

        await site.TypeAsync("dataloader", "BATCH_SIZE", "16");
        await site.ExerciseAsync("dataloader");
        judged.Judgements.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Check_OverTheApi_IsOneChangeWithItsValues()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var answers = site.Definition("dataset").Answers();
        await site.Exercises().CheckAsync("eve", NotebookSite.Lesson, "dataset", answers, types: false, "en", Cancel);
        var told = 0;
        using var watch = site.Notebooks().Watch("ada", NotebookSite.Lesson, () => told++);

        (await site.Exercises().CheckAsync("ada", NotebookSite.Lesson, "dataset", answers, types: true, "en", Cancel)).IsKept.ShouldBeTrue();

        told.ShouldBe(1, "what eve's was executed to is known");
        (await site.OpenAsync()).Values.Count(value => value.Key.Cell == "dataset").ShouldBe(answers.Count);
        (await site.OpenAsync("eve")).Values.ShouldBeEmpty();
        (await site.ExerciseAsync("dataset")).Last!.Executed!.Result.ShouldNotBeNull();
    }
}
