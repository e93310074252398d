using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

public class JudgedOnceTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_TwoPagesLook_TheAnswersAreJudgedOnce()
    {
        await using var trainer = await TrainerAsync();
        var judged = Site.Services.GetRequiredService<JudgedWork>();
        await Site.CheckAsync("dataloader", ("train_shuffle", "shuffle=False"));
        var seen = new List<ExerciseState>();
        using var first = Watch();
        using var second = Watch();
        var before = judged.Judgements;

        var work = await Site.CheckAsync("dataset", ("label", "'labels'"));

        var state = await Site.ExerciseAsync("dataset");
        judged.Judgements.ShouldBe(before + 1);
        work.Checked.Verdict.Status.ShouldBe(VerdictStatus.Wrong);
        state.Last!.Checked.Verdict.ShouldBeSameAs(work.Checked.Verdict);
        seen.Count.ShouldBeGreaterThanOrEqualTo(2);
        (await Site.ExerciseAsync("dataset")).ShouldBeSameAs(state, "nothing has changed");
        (await Site.ExerciseAsync("dataset", language: "zh-CN")).Last!.Checked.Verdict.Message.ShouldNotBe(work.Checked.Verdict.Message);
        judged.Judgements.ShouldBe(before + 3, "both exercises for a reader of another language");

        await Site.HintAsync("dataset");
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(e => e.Hints.Count.ShouldBe(1), e => e.Last.ShouldBeSameAs(state.Last));
        judged.Judgements.ShouldBe(before + 3, "a hint is no answer");

        IDisposable Watch() => Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => seen.Add(Site.ExerciseAsync("dataset").Result));
    }

    [Fact]
    public async Task Check_NumberThatItIsJudgedByChanges_IsJudgedAnew()
    {
        await using var trainer = await TrainerAsync();
        await Site.CheckAsync("dataloader", ("train_shuffle", "shuffle=False"));
        var judged = Site.Services.GetRequiredService<JudgedWork>();
        await Site.ExerciseAsync("dataloader");
        var before = judged.Judgements;

        await Site.TypeAsync("peek", "rows", "9");
        await Site.ExerciseAsync("dataloader");
        judged.Judgements.ShouldBe(before);

        await Site.TypeAsync("dataloader", "BATCH_SIZE", "16");
        await Site.ExerciseAsync("dataloader");
        judged.Judgements.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Check_OverTheApi_IsOneChangeWithItsValues()
    {
        await using var trainer = await TrainerAsync();
        var answers = Site.Definition("dataset").Answers();
        await Site.Exercises().CheckAsync(Other, NotebookSite.Lesson, "dataset", answers, types: false, "en", Cancel);
        var told = 0;
        using var watch = Site.Notebooks().Watch(Learner, NotebookSite.Lesson, () => told++);

        (await Site.Exercises().CheckAsync(Learner, NotebookSite.Lesson, "dataset", answers, types: true, "en", Cancel)).IsKept.ShouldBeTrue();

        told.ShouldBe(1, "what eve's was executed to is known");
        (await Site.OpenAsync()).Values.Count(value => value.Key.Cell == "dataset").ShouldBe(answers.Count);
        (await Site.OpenAsync(Other)).Values.ShouldBeEmpty();
        (await Site.ExerciseAsync("dataset")).Last!.Executed!.Result.ShouldNotBeNull();
    }
}
