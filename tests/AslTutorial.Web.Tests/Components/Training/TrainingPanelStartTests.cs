using AngleSharp.Dom;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>Starting and stopping.</summary>
public sealed class TrainingPanelStartTests
{
    [Fact]
    public async Task Start_WithTypedSettings_StartsThatAndShowsTheRun()
    {
        await using var context = new PanelContext("zh-CN");
        var panel = context.Panel();
        Type(panel, 0, "３");
        Type(panel, 1, "64");
        Type(panel, 2, "0.01");
        Type(panel, 3, "7");
        panel.Find("form").Submit();
        context.Runs.Started.ShouldBe([new TrainingSettings(ModelKind.Cnn, 3, 64, 0.01, 7)]);
        panel.Find(".tp-status").GetAttribute("data-state").ShouldBe("queued");
        panel.Find("training-chart").GetAttribute("run-id").ShouldBe(context.Runs.All[0].Id.ToString());
        context.Runs.Watchers.ShouldBe(1);
    }

    [Theory]
    [InlineData("en", 0, "201", "A whole number from 1 to 200.")]
    [InlineData("zh-CN", 0, "很多", "请填 1 到 200 之间的整数。")]
    [InlineData("en", 1, "0", "A whole number from 1 to 1,024.")]
    [InlineData("zh-CN", 1, "32.5", "请填 1 到 1,024 之间的整数。")]
    [InlineData("en", 2, "NaN", "A number from 0.000001 to 1.")]
    [InlineData("zh-CN", 2, "2", "请填 0.000001 到 1 之间的数。")]
    [InlineData("en", 3, "-1", "A whole number from 0 to 2,147,483,647.")]
    public async Task Start_WithAFaultySetting_SaysWhatIsExpectedAndStartsNothing(string culture, int field, string typed, string message)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel();
        Type(panel, field, typed);
        panel.Find(".tp-form").TextContent.ShouldContain(message);
        panel.Find("form").Submit();
        context.Runs.Started.ShouldBeEmpty();
        panel.Find(".tp-form").TextContent.ShouldContain(message);
        Inputs(panel)[field].GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task Start_RefusedByTheService_ShowsItsFaultAtTheField()
    {
        await using var context = new PanelContext();
        context.Runs.Answer = new RunStart.Invalid([new("trainLimit", "no")]);
        var panel = context.Panel();
        panel.Find("form").Submit();
        panel.Find(".tp-form [role=alert]").TextContent.ShouldContain("A whole number from 32 to 1,000,000.");
    }

    [Theory]
    [InlineData("en", false, "You already have 3 runs waiting, training or paused. Stop one of them")]
    [InlineData("zh-CN", false, "你已有 3 次训练在排队、进行中或已暂停。先停止其中一个")]
    [InlineData("en", true, "The queue is full. Try again")]
    [InlineData("zh-CN", true, "队列满了。")]
    public async Task Start_OverQuota_SaysWhatToDo(string culture, bool full, string expected)
    {
        await using var context = new PanelContext(culture);
        context.Runs.Answer = new RunStart.OverQuota(3, full);
        var panel = context.Panel();
        panel.Find("form").Submit();
        panel.Find("[role=alert]").TextContent.ShouldContain(expected);
        panel.Find(".tp-start").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task Start_OnARunsOwnPage_GoesToTheNewRunsPage()
    {
        await using var context = new PanelContext();
        context.Runs.All.Add(SampleRuns.Ended(RunState.Completed));
        var panel = context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id));
        panel.Find("form").Submit();
        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"runs/{context.Runs.All[0].Id}");
    }

    [Fact]
    public async Task Stop_AfterAnEpoch_AsksOnceAndCancels()
    {
        await using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Running(1));
        panel.Find(".tp-cancel").Click();
        context.Runs.Cancelled.ShouldBeEmpty();
        panel.Find(".tp-cancel-yes").Click();
        context.Runs.Cancelled.ShouldBe([SampleRuns.Id]);
        panel.Find(".tp-cancel").HasAttribute("disabled").ShouldBeTrue();
        context.Happen(new RunEvent.Changed(SampleRuns.Id, SampleRuns.Ended(RunState.Cancelled)));
        panel.WaitForAssertion(() => panel.Find(".tp-start").HasAttribute("disabled").ShouldBeFalse());
    }

    [Fact]
    public async Task Stop_BeforeTheFirstEpoch_AsksNothing()
    {
        await using var context = new PanelContext();
        context.Panel(SampleRuns.Queued(2)).Find(".tp-cancel").Click();
        context.Runs.Cancelled.ShouldBe([SampleRuns.Id]);
    }

    [Fact]
    public async Task Panel_OfSomebodyElsesRun_OffersNoStop()
    {
        await using var context = new PanelContext();
        context.Runs.Owns = false;
        var run = SampleRuns.Running(1);
        context.Runs.All.Add(run);
        var panel = context.Render<TrainingPanel>(p => p.Add(shown => shown.RunId, run.Id));
        panel.FindAll(".tp-cancel").ShouldBeEmpty();
        panel.Find(".tp-actions").TextContent.ShouldContain("someone else");
    }

    private static void Type(IRenderedComponent<TrainingPanel> panel, int field, string typed)
    {
        if (panel.FindAll(".tp-form").Count == 0)
        {
            panel.Find(".tp-disclosure").Click();
        }

        Inputs(panel)[field].Change(typed);
    }

    private static IReadOnlyList<IElement> Inputs(IRenderedComponent<TrainingPanel> panel) => panel.FindAll(".tp-fields input");
}
