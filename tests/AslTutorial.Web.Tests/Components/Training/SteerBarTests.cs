using AslTutorial.Training.Contracts;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>What the panel and the run's page let an owner do.</summary>
public sealed class SteerBarTests
{
    [Fact]
    public void Panel_OwnRunUnderWay_CanBePausedStoppedAndSteered()
    {
        using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Running(1));

        panel.Find(".steer-pause").Click();
        panel.Find(".steer-stop").Click();
        panel.Find("#steer-number").Input("０.01");
        panel.Find(".steer form").Submit();
        panel.Find(".steer-rate").Input("-2.5");
        panel.Find("#steer-number").GetAttribute("value").ShouldBe("0.0032");
        panel.Find(".steer-rate").Change("-2.5");

        context.Runs.Changes.ShouldBe([new(Paused: true), new(StopAfterEpoch: true), new(LearningRate: 0.01), new(LearningRate: 0.0032)]);
    }

    [Fact]
    public void Panel_ChangeIsRefused_SaysWhy()
    {
        using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Running(1));
        context.Runs.Refuses = new(RefusalReason.ReadOnly, TimeSpan.FromMinutes(1));

        panel.Find(".steer-pause").Click();

        panel.WaitForAssertion(() => panel.Find(".steer-fault").TextContent.ShouldContain("can only be read"));
        context.Runs.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("2")]
    [InlineData("")]
    public void Panel_RateThatIsNone_IsSaidAndNotSent(string typed)
    {
        using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Running(1));

        panel.Find("#steer-number").Input(typed);
        panel.Find(".steer form").Submit();

        panel.Find(".steer-fault").TextContent.ShouldContain("0.000001 to 1");
        context.Runs.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Paused", "Resume", "until")]
    [InlineData("zh-CN", "已暂停", "继续", "保留到")]
    public void Panel_PausedRun_SaysForHowLongItsTrainerWaits(string culture, string state, string button, string until)
    {
        using var context = new PanelContext(culture);
        var paused = SampleRuns.Running(1) with { Steering = new(IsPaused: true, FreesAt: DateTimeOffset.UnixEpoch.AddHours(30)) };
        var panel = context.Panel(paused);

        panel.Find(".tp-status").GetAttribute("data-state").ShouldBe("paused");
        panel.Find(".tp-state").TextContent.ShouldContain(state);
        panel.Find(".steer-pause").TextContent.ShouldContain(button);
        panel.Find(".steer-said").TextContent.ShouldContain(until);

        context.Happen(new RunEvent.Changed(paused.Id, paused with { State = RunState.Paused, Steering = new(IsPaused: true) }));
        panel.WaitForAssertion(() => panel.Find(".steer-said").TextContent.ShouldNotContain(until));
        panel.Find(".steer-pause").Click();
        context.Runs.Changes.ShouldBe([new(Paused: false)]);
    }

    [Fact]
    public void Panel_SomebodyElsesRunOrAnEndedOne_HasNoHelm()
    {
        using var context = new PanelContext();
        context.Runs.Owns = false;
        context.Runs.All.Add(SampleRuns.Running(1));
        context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id)).FindAll(".steer").ShouldBeEmpty();

        using var over = new PanelContext();
        over.Panel(SampleRuns.Ended(RunState.Completed)).FindAll(".steer").ShouldBeEmpty();
    }

    [Fact]
    public void Matters_Owner_NamesRepeatsAndDeletesAfterBeingAsked()
    {
        using var context = new PanelContext();
        var run = SampleRuns.Ended(RunState.Completed) with { Settings = new(Steering: new([new(0, 4, 0.01)])) };
        context.Runs.All.Add(run);
        var matters = context.Render<RunMatters>(p => p.Add(c => c.Run, run));

        matters.Find(".steer-list li").TextContent.ShouldBe("From epoch 1, batch 5 on: learning rate 0.01");
        matters.Find("#matters-name").Input("steep");
        matters.Find("#matters-note").Input("falls faster");
        matters.Find(".matters-form").Submit();
        context.Runs.Changes.ShouldBe([new(Name: "steep", Note: "falls faster")]);
        matters.Find(".matters-again").Click();
        context.Runs.Repeated.ShouldBe([run.Id]);
        matters.Find(".matters-delete").Click();
        context.Runs.Deleted.ShouldBeEmpty();
        matters.Find(".matters-delete-yes").Click();
        context.Runs.Deleted.ShouldBe([run.Id]);
    }

    [Fact]
    public void Matters_TypedWhileItIsSaved_Stays()
    {
        using var context = new PanelContext();
        var run = SampleRuns.Ended(RunState.Completed);
        context.Runs.All.Add(run);
        var saved = new TaskCompletionSource();
        context.Runs.ChangesAfter = saved.Task;
        var matters = context.Render<RunMatters>(p => p.Add(c => c.Run, run));
        matters.Find("#matters-name").Input("steep");
        matters.Find(".matters-form").Submit();
        matters.Find("#matters-note").Input("falls fas");
        saved.SetResult();
        matters.WaitForAssertion(() => matters.Find(".matters-save").HasAttribute("disabled").ShouldBeFalse());
        matters.Find("#matters-note").GetAttribute("value").ShouldBe("falls fas");
        matters.Find("#matters-name").GetAttribute("value").ShouldBe("steep");
    }

    [Theory]
    [InlineData(0, "true", "Exact: in all 2 epochs")]
    [InlineData(0.5, "false", "the first epoch that differs is number 2")]
    public void Matters_Repeat_SaysWhetherItIsExactAndWhereBothRan(double by, string exact, string words)
    {
        using var context = new PanelContext();
        var original = SampleRuns.Ended(RunState.Completed) with { Id = Guid.NewGuid(), Name = "first" };
        context.Runs.All.Add(original);
        var repeat = SampleRuns.Ended(RunState.Completed) with { RepeatOf = original.Id };
        repeat = repeat with { Epochs = [repeat.Epochs[0], repeat.Epochs[1] with { TrainLossSum = repeat.Epochs[1].TrainLossSum + by }] };

        var line = context.Render<RunMatters>(p => p.Add(c => c.Run, repeat)).Find(".matters-repeat");

        line.GetAttribute("data-exact").ShouldBe(exact);
        line.TextContent.ShouldContain(words);
        line.TextContent.ShouldContain("CPU, 2 threads");
        line.QuerySelector("a")!.GetAttribute("href").ShouldBe($"runs/{original.Id}");
    }

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Plan_ThroughItsAddress_IsTheSame(ModelKind model)
    {
        var settings = new TrainingSettings(
            model, 7, 16, 0.0003, 42, 1600, Cnn: model == ModelKind.Cnn ? new(5, 0.1, 0.4) : null, Steering: new([new(1, 30, 0.01), new(4, 0, 1e-6)]));
        var plan = new RunPlan(model == ModelKind.Cnn ? "cnn" : "dense", settings);

        RunPlan.Read(new Uri(new Uri("http://localhost/"), plan.Address), TaughtLessons.Course).ShouldBe(plan);
    }

    [Fact]
    public void Plan_OfAnAddressWithNonsense_IsTheLessons() => RunPlan
        .Read(new Uri("http://localhost/runs/new?lesson=x&epochs=0&seed=-1&learningRate=NaN&kernelSize=9&changes=1.2:x&batchSize=64"), TaughtLessons.Course)
        .ShouldBe(new RunPlan("cnn", new TrainingSettings(BatchSize: 64)));
}
