using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>What the panel says and offers where a run is not trained for its reader alone.</summary>
public sealed class ReplayBarTests
{
    private static RunView Replayed(int epochs) =>
        SampleRuns.Running(epochs) with { Replay = new(DateTimeOffset.UnixEpoch.AddHours(30), 250, IsOver: false) };

    [Theory]
    [InlineData("en", "Replay", "This is a replay: the same settings, seed, data and program were trained on", "in 4 min 10 s")]
    [InlineData("zh-CN", "回放", "这是回放：同样的设置、种子、数据和程序已在", "用时 4 分 10 秒")]
    public void Panel_Replay_SaysWhatItIsAndNothingOfATrainer(string culture, string state, string sentence, string took)
    {
        using var context = new PanelContext(culture);
        var panel = context.Panel(Replayed(0));

        panel.Find(".tp-state").TextContent.Trim().ShouldBe(state);
        panel.Find(".replay .steer-said").TextContent.ShouldStartWith(sentence);
        panel.Find(".replay .steer-said").TextContent.ShouldContain(took);
        panel.FindAll(".steer-rate").ShouldBeEmpty();
        panel.FindAll(".tp-notices p").ShouldBeEmpty();
    }

    [Fact]
    public void Panel_OwnReplay_CanBePausedSkippedAndTrainedAnew()
    {
        using var context = new PanelContext();
        var panel = context.Panel(Replayed(1));

        panel.Find(".replay-pause").Click();
        panel.Find(".replay-all").Click();
        context.Runs.Changes.ShouldBe([new(Paused: true), new(ShowAll: true)]);

        panel.Find(".replay-anew").Click();
        context.Runs.Repeated.ShouldBe([SampleRuns.Id]);
        panel.WaitForAssertion(() => panel.FindAll(".replay").ShouldBeEmpty());
        panel.Find(".tp-status").GetAttribute("data-state").ShouldBe("queued");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Panel_Replay_ItsBarMovesUnlessItIsPaused(bool isPaused, int moving)
    {
        using var context = new PanelContext();

        context.Panel(Replayed(1) with { Steering = new(IsPaused: isPaused) }).FindAll(".tp-bar .mud-progress-indeterminate").Count.ShouldBe(moving);
    }

    [Fact]
    public void Panel_ReplayIsOver_TellsHowLongTheTrainingTookAndStillOffersOne()
    {
        using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Ended(RunState.Completed) with { Replay = new(DateTimeOffset.UnixEpoch.AddHours(30), 77, IsOver: true) });

        panel.Find(".tp-status").TextContent.ShouldContain("1 min 17 s");
        panel.FindAll(".replay-pause, .replay-all").ShouldBeEmpty();
        panel.Find(".replay-anew").TextContent.Trim().ShouldBe("Train it anew");
        panel.Find(".tp-start").ShouldNotBeNull();
    }

    [Fact]
    public void Panel_AnothersReplay_CanOnlyBeTrainedAnew()
    {
        using var context = new PanelContext();
        context.Runs.Owns = false;
        context.Runs.All.Add(Replayed(1));
        var panel = context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id));

        panel.FindAll(".replay-pause, .replay-all").ShouldBeEmpty();
        panel.Find(".replay-anew").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("en", "Others ordered the same")]
    [InlineData("zh-CN", "别人也要了同样的训练")]
    public void Panel_SharedRun_SaysWhatSteeringAndCancellingDo(string culture, string sentence)
    {
        using var context = new PanelContext(culture);
        var panel = context.Panel(SampleRuns.Running(1));
        panel.Find(".steer-said").TextContent.ShouldBeEmpty();

        context.Happen(new RunEvent.Changed(SampleRuns.Id, SampleRuns.Running(1) with { IsShared = true }));

        panel.WaitForAssertion(() => panel.Find(".steer-said").TextContent.ShouldStartWith(sentence));
    }
}
