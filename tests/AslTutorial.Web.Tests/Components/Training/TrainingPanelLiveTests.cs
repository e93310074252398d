using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>Following a run through the circuit, without the browser's hub.</summary>
public sealed class TrainingPanelLiveTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public async Task Log_InAnyCulture_IsTheNotebooksLines(string culture)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Running(1));
        panel.FindAll(".tp-log code").Select(c => c.TextContent).ShouldBe(
        [
            "Train - Loss: 14.8527 Accuracy: 0.9958",
            "Valid - Loss: 14.5266 Accuracy: 0.9774",
        ]);
        panel.Find(".tp-log-box .tp-note").TextContent.ShouldContain("858");
        panel.Find(".tp-log-box .tp-note").TextContent.ShouldContain("225");
    }

    [Fact]
    public async Task Panel_EpochCompleted_AddsItToLogAndTableOnce()
    {
        await using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Running(1));
        context.Happen(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1)));
        context.Happen(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1)));
        panel.WaitForAssertion(() => panel.FindAll(".tp-log-lines li").Count.ShouldBe(2));
        panel.FindAll(".tp-table tbody tr").Count.ShouldBe(2);
        panel.Find("p.tp-hidden[role=status]").TextContent.ShouldContain("Epoch 2 of 20 is complete");
    }

    [Fact]
    public async Task Panel_Disposed_LeavesTheRunAndTheTrainers()
    {
        await using var context = new PanelContext();
        context.Panel(SampleRuns.Running(1));
        context.Runs.Watchers.ShouldBe(1);
        context.Trainers.IsWatched.ShouldBeTrue();
        await context.DisposeComponentsAsync();
        context.Runs.Watchers.ShouldBe(0);
        context.Trainers.IsWatched.ShouldBeFalse();
    }

    [Fact]
    public async Task Panel_AnotherRun_LeavesTheFirst()
    {
        await using var context = new PanelContext();
        var other = SampleRuns.Running(3) with { Id = Guid.NewGuid() };
        context.Runs.All.AddRange([SampleRuns.Running(1), other]);
        var panel = context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id));
        panel.Render(p => p.Add(c => c.RunId, other.Id));
        context.Runs.Watchers.ShouldBe(1);
        panel.FindAll(".tp-log-lines li").Count.ShouldBe(3);
        panel.Find("training-chart").GetAttribute("run-id").ShouldBe(other.Id.ToString());
    }

    [Fact]
    public async Task Panel_Prerendered_ShowsTheStoredEpochsAndWatchesNothing()
    {
        await using var context = new PanelContext();
        context.SetRendererInfo(new("Static", isInteractive: false));
        var panel = context.Panel(SampleRuns.Running(2));
        panel.FindAll(".tp-log-lines li").Count.ShouldBe(2);
        panel.Find("training-chart").GetAttribute("seed")!.ShouldContain("\"state\":\"running\"");
        context.Runs.Watchers.ShouldBe(0);
    }

    [Fact]
    public async Task Panel_ChartScriptMissing_SaysSoAndFollowsTheRun()
    {
        await using var context = new PanelContext(scripts: new NoModules());
        var panel = context.Panel(SampleRuns.Running(1));
        panel.WaitForAssertion(() => panel.Find(".tp-chart").TextContent.ShouldContain("could not be loaded"));
        context.Happen(new RunEvent.Epoch(SampleRuns.Id, SampleRuns.Epoch(1)));
        panel.WaitForAssertion(() => panel.FindAll(".tp-log-lines li").Count.ShouldBe(2));
    }
}
