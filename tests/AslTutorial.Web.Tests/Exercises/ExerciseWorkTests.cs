using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Exercises;

public class ExerciseWorkTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_WrongThenRight_AttemptsOutcomeAndSuccessAreKept()
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = _ => Task.FromResult(Raised("KeyError", "'labels'"));

        var wrong = await Site.CheckAsync("dataset", ("label", "'labels'"));

        wrong.Checked.Verdict.Mistake!.Id.ShouldBe("plural");
        wrong.Executed.ShouldNotBeNull().ShouldSatisfyAllConditions(
            o => o.Kind.ShouldBe(OutcomeKind.Raised), o => o.Text.ShouldBe("KeyError: 'labels'"));
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(
            e => e.Attempts.ShouldBe(1),
            e => e.IsSolved.ShouldBeFalse(),
            e => e.Last!.Texts["label"].ShouldBe("'labels'"),
            e => e.Last!.Executed!.Result!.Outputs.ShouldHaveSingleItem().Error!.Message.ShouldBe("'labels'"));

        trainer.OnCell = _ => Task.FromResult(new CellResult([], 1, [new(CellFactNames.FirstLoss, CellValue.Of(3.2))]));
        (await Site.CheckAsync("dataset")).Checked.Verdict.Status.ShouldBe(VerdictStatus.Correct);
        await Site.CheckAsync("dataset", ("channels", "3"));

        // What was solved stays solved.
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(e => e.Attempts.ShouldBe(3), e => e.IsSolved.ShouldBeTrue());
        (await Site.ExerciseAsync("dataset", learner: Other)).ShouldBe(ExerciseState.Untouched with { HintTotal = 3, Hints = [] }, EqualStates);
    }

    [Fact]
    public async Task Check_SameAnswersTwiceAtOnce_CountOnce()
    {
        await using var trainer = await TrainerAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Site.CheckAsync("dataset", ("channels", "3"))));

        (await Site.ExerciseAsync("dataset")).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Check_GapsLeft_NoAttemptAndNothingIsExecuted()
    {
        await using var trainer = await TrainerAsync();

        (await Site.CheckAsync("dataset", new Dictionary<string, string?>())).Checked.Verdict.Status.ShouldBe(VerdictStatus.Unattempted);
        var work = await Site.CheckAsync("dataset", ("width", ""), ("height", "FIXME"));

        work.Checked.Verdict.Status.ShouldBe(VerdictStatus.Incomplete);
        work.Executed!.Kind.ShouldBe(OutcomeKind.None);
        work.Checked.Explanation.ShouldBeNull();
        trainer.Cells.Reader.TryRead(out _).ShouldBeFalse();
        (await Site.ExerciseAsync("dataset")).Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Check_NoTrainer_VerdictStandsAndTheSiteSaysWhy()
    {
        var right = await Site.CheckAsync("dataset");

        right.Checked.Verdict.Status.ShouldBe(VerdictStatus.Correct);
        right.Executed!.ShouldSatisfyAllConditions(o => o.Kind.ShouldBe(OutcomeKind.None), o => o.Reason.ShouldBe(NotExecuted.NoTrainer));
        right.Checked.Explanation.ShouldNotBeNull();
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(
            e => e.IsSolved.ShouldBeTrue(), e => e.Last!.Executed!.Reason.ShouldBe(NotExecuted.NoTrainer));
    }

    [Theory]
    [InlineData(CellFaultCodes.Internal, NotExecuted.Failed)]
    [InlineData(CellFaultCodes.Unsupported, NotExecuted.Unsupported)]
    [InlineData(CellFaultCodes.Busy, NotExecuted.Busy)]
    [InlineData(CellFaultCodes.TimedOut, NotExecuted.TimedOut)]
    public async Task Check_TrainerRefuses_NeverTheLearnersFault(string code, NotExecuted reason)
    {
        await using var trainer = await TrainerAsync();
        trainer.OnCell = order => Task.FromResult(new CellResult([], 0, [], new(code, "It cannot.", order.Cell)));

        var work = await Site.CheckAsync("dataset");

        work.Checked.Verdict.Status.ShouldBe(VerdictStatus.Correct);
        work.Executed!.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Check_ExercisesBefore_OwnAnswersWhereRightAndTheSolutionElse()
    {
        await using var trainer = await TrainerAsync();
        await Site.TypeAsync("dataset", "label", "'labels'");
        await Site.TypeAsync("dataloader", "BATCH_SIZE", "16");

        await Site.CheckAsync("dataloader", ("train_shuffle", "shuffle=False"));

        var first = (await trainer.NextCellAsync()).Order;
        first.Arguments.ShouldContain(new CellArgument("dataset", "label", CellValue.String("label")), "the learner's own is wrong");
        first.Arguments.ShouldContain(new CellArgument("dataloader", "train_shuffle", CellValue.Of(false), "shuffle"));
        first.Arguments.ShouldContain(new CellArgument("dataloader", "BATCH_SIZE", CellValue.Of(16)));

        foreach (var (gap, text) in new[] { ("label", "\"label\""), ("channels", "28 // 28"), ("width", "IMG_HEIGHT"), ("height", "28") })
        {
            await Site.TypeAsync("dataset", gap, text);
        }

        await Site.CheckAsync("dataloader", ("train_shuffle", "shuffle=1"));
        var second = (await trainer.NextCellAsync()).Order;
        second.Arguments.ShouldContain(new CellArgument("dataset", "width", CellValue.Name("IMG_HEIGHT")), "right, and the learner's own");
    }

    [Fact]
    public async Task Hints_OneAfterTheOther_OnlyAfterTheFirstAttempt()
    {
        var hints = Site.Definition("dataset").Hints;

        await Site.HintAsync("dataset");
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(e => e.Hints.ShouldBeEmpty(), e => e.CanShowHint.ShouldBeFalse());

        await Site.CheckAsync("dataset", ("channels", "3"));
        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(e => e.Hints.ShouldBeEmpty(), e => e.CanShowHint.ShouldBeTrue());
        await Site.HintAsync("dataset");
        (await Site.ExerciseAsync("dataset", language: "zh-CN")).Hints.ShouldBe([hints[0].Chinese]);
        for (var i = 0; i < 5; i++)
        {
            await Site.HintAsync("dataset");
        }

        (await Site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(
            e => e.Hints.ShouldBe(hints.Select(hint => hint.English)), e => e.CanShowHint.ShouldBeFalse());
    }

    [Fact]
    public async Task Reveal_BeforeSolving_IsRecordedAndAfterwardsNot()
    {
        await Site.Exercises().RevealAsync(Learner, NotebookSite.Lesson, "dataset", Cancel);
        await Site.CheckAsync("dataset");
        await Site.CheckAsync("dataloader");
        await Site.Exercises().RevealAsync(Learner, NotebookSite.Lesson, "dataloader", Cancel);

        (await Site.ExerciseAsync("dataset")).IsRevealed.ShouldBeTrue();
        (await Site.ExerciseAsync("dataloader")).IsRevealed.ShouldBeFalse();
    }

    [Fact]
    public async Task Work_SiteStartedAgain_IsAllThere()
    {
        using var folder = new TestFolder();
        await using (var site = TestSite.StartOn(folder))
        {
            await using var trainer = await FakeTrainer.ReadyAsync(site);
            trainer.OnCell = _ => Task.FromResult(Raised("KeyError", "'labels'"));
            await site.CheckAsync("dataset", ("label", "'labels'"));
            await site.HintAsync("dataset");
            await site.TypeAsync("predict:batch-count", "answer", "857");
            await site.Exercises().AnswerAsync("ada", NotebookSite.Lesson, "batch-count", "en", Cancel);
        }

        await using var again = TestSite.StartOn(folder);
        var state = await again.ExerciseAsync("dataset");
        state.Attempts.ShouldBe(1);
        state.Hints.Count.ShouldBe(1);
        state.Last!.Executed!.Text.ShouldBe("KeyError: 'labels'");
        state.Last.Checked.Verdict.Mistake!.Id.ShouldBe("plural");
        (await again.QuestionAsync("batch-count")).Verdict!.Status.ShouldBe(VerdictStatus.Wrong);
    }

    [Fact]
    public async Task Check_ManyDifferentAnswers_TheOldestGo()
    {
        await using var site = await TestSite.StartAsync(("Exercises:KeptAttempts", "3"));
        for (var i = 2; i < 8; i++)
        {
            await site.CheckAsync("dataset", ("channels", $"{i}"));
        }

        (await site.ExerciseAsync("dataset")).ShouldSatisfyAllConditions(
            e => e.Attempts.ShouldBe(6), e => e.Last!.Texts["channels"].ShouldBe("7"));
    }

    [Fact]
    public async Task Check_TooOften_Waits()
    {
        await using var site = await TestSite.StartAsync(("Exercises:ChecksPerMinute", "2"));
        var answers = site.Definition("dataset").Answers();

        await site.CheckAsync("dataset", answers);
        await site.CheckAsync("dataset", answers);
        var third = await site.Exercises().CheckAsync("ada", NotebookSite.Lesson, "dataset", answers, types: false, "en", Cancel);

        third.ShouldSatisfyAllConditions(
            a => a.Status.ShouldBe(CheckStatus.TooMany), a => a.Work.ShouldBeNull(), a => a.Wait.TotalSeconds.ShouldBeInRange(1, 60));
        await site.CheckAsync("dataset", answers, learner: "eve");
    }

    [Fact]
    public async Task Check_WhatIsNotThere_Unknown()
    {
        foreach (var (lesson, exercise) in new[] { ("cnn", "nothing"), ("nothing", "dataset"), ("cnn", "../dataset"), ("cnn", "model") })
        {
            (await Site.Exercises().CheckAsync(Learner, lesson, exercise, null, types: false, "en", Cancel)).Status.ShouldBe(CheckStatus.Unknown, $"{lesson}/{exercise}");
        }
    }

    private static IEqualityComparer<ExerciseState> EqualStates { get; } = EqualityComparer<ExerciseState>.Create(
        (a, b) => a!.Hints.SequenceEqual(b!.Hints) && (a with { Hints = b.Hints }) == b, state => state.Attempts);

    private static CellResult Raised(string type, string message) =>
        new([CellOutput.Of(new CellError(type, message, [new("dataset", "__init__", "labels = pixels.pop('labels')")]))], 1, []);
}
