using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Trainers;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Trainers;

public sealed class TrainerCardTests
{
    private static readonly TrainerStatus Lost = new("1", false, null, 2, null);
    private static readonly TrainerStatus Coming = new("1", false, null, 0, null);
    private static readonly TrainerStatus Broken = new("1", false, null, 5, TrainerFault.Of(TrainerFaultCodes.Ended));

    public static TheoryData<string, TrainerStatus[], string> States => new()
    {
        { "en", [], "No trainer" },
        { "en", [Coming], "Starting" },
        { "en", [Lost], "Restarting" },
        { "en", [FakeTrainers.Connected(TrainerPhase.Starting)], "Starting" },
        { "en", [FakeTrainers.Connected(TrainerPhase.PreparingData)], "Preparing the data" },
        { "en", [FakeTrainers.Connected(TrainerPhase.Idle)], "Ready" },
        { "en", [FakeTrainers.Connected(TrainerPhase.Busy)], "Training" },
        { "en", [Broken], "Cannot train" },
        { "en", [Broken, FakeTrainers.Connected(TrainerPhase.Busy)], "Training" },
        { "zh-CN", [], "没有训练进程" },
        { "zh-CN", [FakeTrainers.Connected(TrainerPhase.Idle)], "就绪" },
        { "zh-CN", [Broken], "无法训练" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Render_State_InWords(string culture, TrainerStatus[] trainers, string words)
    {
        using var shell = new ShellContext(culture);
        shell.Trainers.Become(trainers);
        shell.Render<TrainerCard>().Find("[role=status]").TextContent.Trim().ShouldBe(words);
    }

    [Theory]
    [InlineData("en", TrainerFaultCodes.DeviceMemory, "The data set does not fit into the device's free memory")]
    [InlineData("zh-CN", TrainerFaultCodes.DeviceMemory, "设备的空闲内存放不下数据集")]
    [InlineData("en", TrainerFaultCodes.Unknown, "The trainer's output says why.")]
    [InlineData("zh-CN", TrainerFaultCodes.Unknown, "原因见训练进程的输出。")]
    public void Render_Fault_SaysWhyInTheReadersLanguage(string culture, string code, string words)
    {
        using var shell = new ShellContext(culture);
        shell.Trainers.Become(FakeTrainers.Connected(TrainerPhase.Faulted, code));
        shell.Render<TrainerCard>().Find(".fault-text").TextContent.ShouldStartWith(words);
    }

    [Fact]
    public void Render_OlderTrainersFault_ItsSentenceIsNotShown()
    {
        using var shell = new ShellContext();
        var older = FakeTrainers.Connected(TrainerPhase.Faulted, TrainerFaultCodes.Data);
        shell.Trainers.Become(older with { Description = older.Description! with { Fault = "The data folder /srv/asl is missing.", FaultCode = null } });
        shell.Render<TrainerCard>().Find(".fault-text").TextContent.ShouldBe("The trainer's output says why.");
    }

    [Theory]
    [InlineData("en", "CPU, 2 threads", "Synthetic hands", "27,455 training, 7,172 validation")]
    [InlineData("zh-CN", "CPU，2 线程", "合成手形", "训练 27,455，验证 7,172")]
    public void Render_Idle_DeviceAndData(string culture, string device, string data, string images)
    {
        using var shell = new ShellContext(culture);
        shell.Render<TrainerCard>().FindAll("dd").Select(dd => dd.TextContent).ShouldBe([device, data, images]);
    }

    [Theory]
    [InlineData("en", "CPU, 2 threads Training", "CPU Restarting", "GPU 1 · NVIDIA A10 Ready", "GPU 3 Cannot train The settings ask for CUDA, and no CUDA device can be used: NVIDIA's driver should be checked. The trainer tries again by itself.")]
    [InlineData("zh-CN", "CPU，2 线程 正在训练", "CPU 正在重新启动", "GPU 1 · NVIDIA A10 就绪", "GPU 3 无法训练 设置要求使用 CUDA，但没有可用的 CUDA 设备，请检查 NVIDIA 驱动。训练进程会自动重试。")]
    public void Render_SeveralOnThisMachine_HasALineEach(string culture, params string[] lines)
    {
        using var shell = new ShellContext(culture);
        var busy = FakeTrainers.Connected(TrainerPhase.Busy) with { Id = "local", Asked = DeviceChoice.Cpu };
        var card = FakeTrainers.Connected(TrainerPhase.Idle);
        shell.Trainers.Become(
            busy,
            Lost with { Id = "local-2", Asked = DeviceChoice.Cpu },
            card with { Id = "local-3", Asked = DeviceChoice.CudaCard(1), Description = card.Description! with { Device = new("cuda", "NVIDIA A10", 1, 1, 2) } },
            Broken with { Id = "local-4", Asked = DeviceChoice.CudaCard(3), Fault = TrainerFault.Of(TrainerFaultCodes.NoCudaDevice) },
            FakeTrainers.Connected(TrainerPhase.Idle));

        var shown = shell.Render<TrainerCard>();

        shown.FindAll(".trainers li").Select(li => string.Join(' ', li.Children.Skip(1).Select(part => part.TextContent))).ShouldBe(lines);
        shown.FindAll("[role=status]").Count.ShouldBe(1);
        shown.FindAll("dd").Count.ShouldBe(2);
    }

    [Fact]
    public void Render_OneOnThisMachineAndOneElsewhere_LooksAsOne()
    {
        using var shell = new ShellContext();
        shell.Trainers.Become(
            FakeTrainers.Connected(TrainerPhase.Busy) with { Id = "local", Asked = DeviceChoice.Auto },
            FakeTrainers.Connected(TrainerPhase.Idle));

        var shown = shell.Render<TrainerCard>();

        shown.FindAll(".trainers").ShouldBeEmpty();
        shown.Find("[role=status]").TextContent.Trim().ShouldBe("Ready");
        shown.FindAll("dd").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Render_TrainerChanges_Follows_AndLetsGoWhenDisposed()
    {
        await using var shell = new ShellContext();
        var card = shell.Render<TrainerCard>();
        shell.Trainers.Become(FakeTrainers.Connected(TrainerPhase.Busy));
        card.WaitForAssertion(() => card.Find("[role=status]").TextContent.Trim().ShouldBe("Training"));
        shell.Trainers.IsWatched.ShouldBeTrue();
        await shell.DisposeComponentsAsync();
        shell.Trainers.IsWatched.ShouldBeFalse();
    }
}
