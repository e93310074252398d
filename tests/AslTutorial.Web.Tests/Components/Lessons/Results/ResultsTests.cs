using System.Globalization;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Results;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Results;

/// <summary>What a learner predicted and trained, beside what came out and the reference run.</summary>
public sealed class ResultsTests
{
    private static readonly double[] Accuracies = [0.9, 0.96, 0.98, 0.97];

    private static readonly RunView Run = SampleRuns.Ended(RunState.Completed) with
    {
        Settings = new TrainingSettings(Epochs: 4),
        Epochs = [.. Accuracies.Select((accuracy, epoch) => SampleRuns.Epoch(epoch, accuracy))],
        DataSet = SampleRuns.Synthetic with { Kind = DataSetInfo.SignMnist },
    };

    [Fact]
    public void Predictions_AnsweredOnesBesideWhatCameOut_OthersInvited()
    {
        using var lesson = new LessonContext();
        lesson.Exercises.Questions["who"] = new("b", new(VerdictStatus.Wrong, "No.", null, "Because."), "The one");
        lesson.Notebooks.Cells["peek"] = FakeNotebooks.Done([CellOutput.Of("(5, 784)")], count: 1);
        var list = lesson.Show<PredictionsView>(p => p.Add(view => view.Questions, [SampleLesson.Question, SampleLesson.Shape]));
        list.FindAll("li").Count.ShouldBe(2);
        list.FindAll("dl.is-wrong dd").Select(dd => dd.TextContent.Trim()).ShouldBe(["not right yet The other", "The one", "(5, 784)"]);
        list.Find(".prediction-open").TextContent.ShouldBe("Not predicted yet. Predict it now");
        list.Find(".prediction-open a").GetAttribute("href").ShouldBe("lessons/cnn#shape");

        lesson.Notebooks.Values[("predict:shape", "skipped")] = "yes";
        lesson.Notebooks.Tell();
        list.WaitForAssertion(() => list.Find(".prediction-open").TextContent.ShouldStartWith("Skipped."));
        list.FindAll("dl").Count.ShouldBe(1);
    }

    [Fact]
    public void Predictions_OfTheTraining_OwnRunsRangeBesideThem()
    {
        using var lesson = WithRuns(Run);
        lesson.Exercises.Questions["curve"] = new("a", new(VerdictStatus.Correct, "Yes.", null, "Because."), "The one");
        var question = SampleLesson.Question with { Id = "curve", Cell = "train" };
        lesson.Show<PredictionsView>(p => p.Add(view => view.Questions, [question])).FindAll("dd")[2].TextContent
            .ShouldBe("0.9700 on validation after the last epoch, between 0.9600 and 0.9800 from the second on");
    }

    [Theory]
    [InlineData(
        "en",
        "Your latest run has 4 epochs. After the last, validation accuracy is 0.9700 and training accuracy 0.9958. From the second epoch on, validation lay between 0.9600 and 0.9800. The gap between the curves ends at 0.0258.",
        "The reference run has 11 epochs. After the last, validation accuracy is 0.9770 and training accuracy 0.9994. From the second epoch on, validation lay between 0.9636 and 0.9922. The gap between the curves ends at 0.0224.")]
    [InlineData(
        "zh-CN",
        "你最近一次训练有 4 轮。最后一轮之后，验证准确率 0.9700，训练准确率 0.9958。从第二轮起，验证准确率在 0.9600 与 0.9800 之间。两条曲线最后的差距是 0.0258。",
        "参考运行有 11 轮。最后一轮之后，验证准确率 0.9770，训练准确率 0.9994。从第二轮起，验证准确率在 0.9636 与 0.9922 之间。两条曲线最后的差距是 0.0224。")]
    public void OwnRun_OfTheLesson_ToldLikeTheReference(string culture, string own, string reference)
    {
        using var lesson = WithRuns(culture, Run);
        Paragraphs(lesson).ShouldBe([own, reference]);
    }

    [Fact]
    public void OwnRun_NoneYet_ReferenceAlone()
    {
        using var lesson = WithRuns();
        Paragraphs(lesson)[0].ShouldBe("Once you have trained, what came of it stands here beside the reference run.");
    }

    [Fact]
    public void OwnRun_WrongOnPurpose_SaysSoAndHasNoNumbers()
    {
        var wrong = TrainingRecipe.Lesson with { ShufflesTrain = false };
        using var lesson = WithRuns(Run with { Settings = Run.Settings with { Recipe = wrong } });
        var told = Paragraphs(lesson)[0];
        told.ShouldStartWith("Your latest run trained with functions that are wrong on purpose");
        told.ShouldNotContain("0.97");
    }

    [Fact]
    public void OwnRun_ShortenedStoppedOnSyntheticHands_SaysSo()
    {
        using var lesson = WithRuns(Run with
        {
            State = RunState.Cancelled,
            Settings = new TrainingSettings(Epochs: 20, TrainLimit: 6400, Model: ModelKind.Dense),
            DataSet = SampleRuns.Synthetic,
        });
        var told = Paragraphs(lesson)[0];
        told.ShouldContain("It trained another net than this lesson's.");
        told.ShouldContain("It trained on 6,400 images only.");
        told.ShouldContain("compare the shape of the curves, not the digits.");
        told.ShouldContain("It was stopped at epoch 4 of 20.");
    }

    [Fact]
    public void OwnRun_GoesOn_FollowsItsEpochs()
    {
        using var lesson = WithRuns(SampleRuns.Running(0));
        var view = lesson.Show<OwnRunView>(_ => { });
        view.Find("p").TextContent.Trim().ShouldStartWith("Your latest run has not finished an epoch yet.");
        view.WaitForAssertion(() => lesson.Runs.Watchers.ShouldBe(1));
        lesson.Runs.Tell(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(0, 0.9)));
        view.WaitForAssertion(() => view.Find("p").TextContent.ShouldContain("Your latest run has 1 epoch. After the last, validation accuracy is 0.9000"));
        view.Find("p").TextContent.ShouldContain("It is still running.");
    }

    [Fact]
    public async Task OwnRun_NewsFromAThreadWithoutTheReadersLanguage_StaysInIt()
    {
        using var lesson = WithRuns("zh-CN", SampleRuns.Running(0));
        var view = lesson.Show<OwnRunView>(_ => { });
        view.WaitForAssertion(() => lesson.Runs.Watchers.ShouldBe(1));
        Task told;
        using (ExecutionContext.SuppressFlow())
        {
            told = Task.Run(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
                lesson.Runs.Tell(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(0, 0.9)));
            }, Xunit.TestContext.Current.CancellationToken);
        }

        await told;

        view.WaitForAssertion(() => view.Find("p").TextContent.ShouldContain("你最近一次训练有 1 轮。"));
        view.FindAll("p")[1].TextContent.ShouldStartWith("参考运行");
    }

    [Fact]
    public void Confusion_OfTheLessonsLatestRun_GrowsWithIt_AndTeachesTheNextStepBefore()
    {
        using var none = WithRuns();
        none.Show<OwnConfusionView>(_ => { }).Find("p").TextContent.ShouldStartWith("Once you have trained the net above");

        using var lesson = WithRuns(SampleRuns.Running(0));
        lesson.Runs.Confusion = new(new int[SignClasses.Count * SignClasses.Count]);
        var view = lesson.Show<OwnConfusionView>(_ => { });
        view.Find(".cm-body").TextContent.ShouldContain("After the first epoch");
        view.WaitForAssertion(() => lesson.Runs.Watchers.ShouldBe(1));
        lesson.Runs.All[0] = SampleRuns.Running(1);
        lesson.Runs.Tell(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(0, 0.9)));
        view.WaitForAssertion(() => view.Find("confusion-images").GetAttribute("epoch").ShouldBe("0"));
        view.FindAll("[role=gridcell]").Count.ShouldBe(24 * 24);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("shape", false)]
    public void Panel_ReferenceCurve_WaitsForItsQuestion(string? question, bool isShown)
    {
        using var lesson = WithRuns();
        var panel = lesson.Show<TrainingSlot>(p => p.Add(slot => slot.Question, question));
        panel.Find("training-chart").HasAttribute("curves").ShouldBe(isShown);
        panel.Markup.Contains("The reference run’s curves come once you have answered", StringComparison.Ordinal).ShouldBe(!isShown);

        lesson.Notebooks.Values[("predict:shape", "skipped")] = "yes";
        lesson.Notebooks.Tell();
        panel.WaitForAssertion(() => panel.Find("training-chart").GetAttribute("curves").ShouldNotBeNull().ShouldContain("0.9774"));
    }

    private static LessonContext WithRuns(params RunView[] runs) => WithRuns("en", runs);

    private static LessonContext WithRuns(string culture, params RunView[] runs)
    {
        var lesson = new LessonContext(culture);
        lesson.Runs.All.AddRange(runs);
        return lesson;
    }

    private static IReadOnlyList<string> Paragraphs(LessonContext lesson) =>
        [.. lesson.Show<OwnRunView>(_ => { }).FindAll("p").Select(p => p.TextContent.Trim())];
}
