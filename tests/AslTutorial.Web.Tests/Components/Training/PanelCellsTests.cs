using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>What the cells say is what the panel trains, and what it says beside its button.</summary>
public sealed class PanelCellsTests
{
    private static readonly CellSettings Own = new(new CnnOptions(5, 0.1), 75, 64);

    [Fact]
    public async Task Panel_CellsOfTheLesson_LooksAsEver()
    {
        await using var context = new PanelContext();
        var panel = context.Panel();

        panel.FindAll(".tp-cells").ShouldBeEmpty();
        panel.Find("form").Submit();
        context.Runs.Started.Single().ShouldBe(new TrainingSettings());
    }

    [Theory]
    [InlineData("en", "Trains what your cells say: kernel 5\u00a0×\u00a05, dropout 0.1 in block 2, batch size 64.")]
    [InlineData("zh-CN", "按你的单元格训练：卷积核 5\u00a0×\u00a05，第二块的丢弃概率 0.1，每批 64 张。")]
    public async Task Start_OwnCells_SaysAndTrainsThem(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        Set(context, Own);
        var panel = context.Panel();

        panel.Find(".tp-cells").TextContent.Trim().ShouldBe(line);
        panel.Find("form").Submit();
        context.Runs.Started.Single().ShouldBe(new TrainingSettings(BatchSize: 64, Cnn: new(5, 0.1)));
        panel.Find(".tp-disclosure").TextContent.ShouldContain("5\u00a0×\u00a05");
    }

    [Fact]
    public async Task Start_OwnFunctionsAndOwnCells_TrainsBoth()
    {
        await using var context = new PanelContext();
        context.Functions.Now = new(OwnFunctionsState.Right, TrainingRecipe.Lesson, [], []) { Cells = Own };

        context.Panel().Find("form").Submit();

        context.Runs.Started.Single().ShouldBe(new TrainingSettings(BatchSize: 64, Recipe: TrainingRecipe.Lesson, Cnn: new(5, 0.1)));
    }

    [Theory]
    [InlineData("en", 7, 675, "convolution 3 gets maps of 6\u00a0×\u00a06", "Kernel size can't be greater than actual input size")]
    [InlineData("zh-CN", 7, 675, "第 3 个卷积", "Kernel size can't be greater than actual input size")]
    [InlineData("en", 5, 675, "Flatten makes 75 numbers, and the first Linear expects 675", "mat1 and mat2 shapes cannot be multiplied (64x75 and 675x512)")]
    [InlineData("zh-CN", 3, 600, "Flatten 得到 675 个数", "mat1 and mat2 shapes cannot be multiplied (64x675 and 600x512)")]
    public async Task Start_NetThatCannotBe_IsRefusedWithTheLayersReason(string culture, int kernel, int flattened, string layer, string torch)
    {
        await using var context = new PanelContext(culture);
        Set(context, new(new CnnOptions(kernel), flattened, 64));
        var panel = context.Panel();

        var notice = panel.Find(".tp-cells").TextContent;
        notice.ShouldContain(layer);
        notice.ShouldContain(torch);
        panel.Find(".tp-cells a").GetAttribute("href").ShouldBe("lessons/cnn#model");
        panel.Find(".tp-start").HasAttribute("disabled").ShouldBeTrue();
        panel.Find("form").Submit();
        context.Runs.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_ValueThatCannotBeRead_IsRefusedWithItsCell()
    {
        await using var context = new PanelContext();
        Set(context, CellSettings.Lesson with { Unread = new("dataloader", "BATCH_SIZE", "A whole number.") });
        var panel = context.Panel();

        panel.Find(".tp-cells").TextContent.ShouldContain("a value in the cell dataloader cannot be used. A whole number.");
        panel.Find("form").Submit();
        context.Runs.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_CellsChangedUnseen_TrainsWhatTheySayNow()
    {
        await using var context = new PanelContext();
        var panel = context.Panel();

        Set(context, Own);
        panel.Find("form").Submit();

        context.Runs.Started.Single().ShouldBe(new TrainingSettings(BatchSize: 64, Cnn: new(5, 0.1)));
    }

    [Theory]
    [InlineData("en", "Your cells say batch size 64; the settings here say 128, and that is what trains.")]
    [InlineData("zh-CN", "单元格里写的是每批 64 张，这里的设置是 128 张：训练按这里的来。")]
    public async Task Start_OtherBatchSizeTyped_SaysSoAndTrainsIt(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        Set(context, new(CnnOptions.Lesson, 675, 64));
        var panel = context.Panel();
        panel.Find(".tp-disclosure").Click();

        panel.FindAll(".tp-fields input")[1].Change("128");

        panel.Find(".tp-cells").TextContent.Trim().ShouldBe(line);
        panel.Find("form").Submit();
        context.Runs.Started.Single().BatchSize.ShouldBe(128);
    }

    [Fact]
    public async Task Panel_BatchSizeTypedBeforeTheCellsAreRead_Stays()
    {
        await using var context = new PanelContext();
        var reading = new TaskCompletionSource();
        context.Functions.Ready = reading.Task;
        var panel = context.Panel();
        panel.Find(".tp-disclosure").Click();
        panel.FindAll(".tp-fields input")[1].Change("4");

        reading.SetResult();

        panel.WaitForAssertion(() => panel.Find(".tp-cells").TextContent.ShouldContain("batch size 32; the settings here say 4"));
        panel.Find("form").Submit();
        context.Runs.Started.Single().BatchSize.ShouldBe(4);
    }

    [Fact]
    public async Task Panel_CellsChange_FollowsThem()
    {
        await using var context = new PanelContext();
        var panel = context.Panel(SampleRuns.Ended(RunState.Completed) with { Settings = new(BatchSize: 16, Cnn: new(1)) });
        panel.FindAll(".tp-cells").ShouldBeEmpty();
        panel.Find(".tp-disclosure").TextContent.ShouldContain("batch size 32");

        context.Functions.Change(context.Functions.Now with { Cells = Own });

        panel.WaitForAssertion(() => panel.Find(".tp-cells").TextContent.ShouldContain("kernel 5\u00a0×\u00a05"));
        panel.Find(".tp-disclosure").TextContent.ShouldContain("batch size 64");
    }

    [Fact]
    public async Task Start_OnTheRunsOwnPage_KeepsItsNetWhateverTheCellsSay()
    {
        await using var context = new PanelContext();
        Set(context, Own);
        var settings = new TrainingSettings(BatchSize: 16, Cnn: new(1, 0, 0.5));
        context.Runs.All.Add(SampleRuns.Ended(RunState.Completed) with { Settings = settings });
        var panel = context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id));

        panel.Find(".tp-disclosure").TextContent.ShouldContain("kernel 1\u00a0×\u00a01, dropout 0 in block 2, dropout 0.5 in the head");
        panel.Find("form").Submit();

        context.Runs.Started.Single().ShouldBe(settings);
    }

    private static void Set(PanelContext context, CellSettings cells) => context.Functions.Now = context.Functions.Now with { Cells = cells };
}
