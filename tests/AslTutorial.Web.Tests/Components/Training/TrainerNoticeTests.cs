using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Trainers;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>What the panel says of the trainers.</summary>
public sealed class TrainerNoticeTests
{
    public static TheoryData<string, TrainerStatus?, string> Troubles => new()
    {
        { "en", null, "No trainer is connected" },
        { "zh-CN", null, "没有训练进程连接到本站" },
        { "en", new("1", false, null, 0, null), "is starting" },
        { "zh-CN", new("1", false, null, 0, null), "正在启动" },
        { "en", new("1", false, null, 2, null), "being started again" },
        { "zh-CN", new("1", false, null, 2, null), "正在重新启动" },
        { "en", FakeTrainers.Connected(TrainerPhase.PreparingData), "preparing the images" },
        { "zh-CN", FakeTrainers.Connected(TrainerPhase.PreparingData), "正在准备图像" },
        { "en", FakeTrainers.Connected(TrainerPhase.Faulted, TrainerFaultCodes.NoCudaDevice), "The settings ask for CUDA, and no CUDA device can be used" },
        { "zh-CN", FakeTrainers.Connected(TrainerPhase.Faulted, TrainerFaultCodes.NoCudaDevice), "没有可用的 CUDA 设备" },
        { "zh-CN", FakeTrainers.Connected(TrainerPhase.Faulted, TrainerFaultCodes.NoCudaDevice), "无法在这台机器上训练" },
        { "en", new("1", false, null, 5, TrainerFault.Of(TrainerFaultCodes.DeviceLost)), "An error of the device has ended the trainer." },
        { "zh-CN", new("1", false, null, 5, TrainerFault.Of(TrainerFaultCodes.ProgramMissing)), "找不到训练进程的程序" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Panel_TrainerInTrouble_SaysSoPlainly(string culture, TrainerStatus? trainer, string expected)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel();
        panel.FindAll(".tp-notice:not([data-kind=plain])").ShouldBeEmpty();
        context.Trainers.Become(trainer is null ? [] : [trainer]);
        panel.WaitForAssertion(() => panel.Find(".tp-notices").TextContent.ShouldContain(expected));
        panel.Find(".tp-status").TextContent.ShouldNotContain(culture == "en" ? "Ready to train" : "可以开始");
    }

    [Fact]
    public async Task Panel_NewsFromAConnectionInAnotherLanguage_AreToldInTheReaders()
    {
        await using var context = new PanelContext("en");
        var panel = context.Panel();
        var trainer = new Thread(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            context.Trainers.Become();
        });
        trainer.Start();
        trainer.Join();
        panel.WaitForAssertion(() => panel.Find(".tp-notices").TextContent.ShouldContain("No trainer is connected"));
    }

    [Fact]
    public async Task Panel_OneOfTwoTrainersReady_SaysNothing()
    {
        await using var context = new PanelContext();
        context.Trainers.Become(FakeTrainers.Connected(TrainerPhase.Faulted, TrainerFaultCodes.Data), FakeTrainers.Connected(TrainerPhase.Busy));
        context.Panel().FindAll(".tp-notice:not([data-kind=plain])").ShouldBeEmpty();
    }

    [Fact]
    public async Task Panel_RunEnded_LeavesTheTrainersOutOfIt()
    {
        await using var context = new PanelContext();
        context.Trainers.Become();
        context.Panel(SampleRuns.Ended(RunState.Completed)).Find(".tp-notices").TextContent.ShouldNotContain("trainer");
    }
}
