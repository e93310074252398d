using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.RunList;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.RunList;

public sealed class RunTableTests
{
    [Theory]
    [InlineData("en", RunState.Completed, "Done", "2 of 20 epochs", "97.7%")]
    [InlineData("en", RunState.Cancelled, "Stopped", "2 of 20 epochs", "97.7%")]
    [InlineData("en", RunState.Failed, "Failed", "2 of 20 epochs", "97.7%")]
    [InlineData("zh-CN", RunState.Completed, "已完成", "2 / 20 轮", "97.7%")]
    public void Render_EndedRun_StateEpochsAndTheLastAccuracy(string culture, RunState state, string word, string epochs, string last)
    {
        using var shell = new ShellContext(culture);
        var row = Render(shell, SampleRuns.Ended(state)).Find(".run:not(.run-head)");
        row.QuerySelector(".run-state svg").ShouldNotBeNull();
        row.QuerySelector(".run-state")!.TextContent.Trim().ShouldBe(word);
        row.TextContent.ShouldContain(epochs);
        row.QuerySelector(".result")!.TextContent.ShouldEndWith(last);
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"runs/{SampleRuns.Id}");
    }

    [Fact]
    public void Render_QueuedRun_ItsPlaceAndNoAccuracyYet()
    {
        using var shell = new ShellContext();
        var table = Render(shell, SampleRuns.Queued(3) with { Settings = new TrainingSettings(ModelKind.Dense, TrainLimit: 2000) });
        table.Markup.ShouldContain("number 3 in the queue");
        table.Markup.ShouldContain("on 2,000 images");
        table.FindAll(".result").ShouldBeEmpty();
    }

    [Fact]
    public void Render_RunOnSyntheticHands_SaysSo()
    {
        using var shell = new ShellContext();
        Render(shell, SampleRuns.Running(1)).Markup.ShouldContain("Synthetic hands");
        var real = SampleRuns.Running(1) with { DataSet = SampleRuns.Synthetic with { Kind = DataSetInfo.SignMnist } };
        Render(shell, real).Markup.ShouldNotContain("Synthetic hands");
    }

    [Theory]
    [InlineData("en", "wrong on purpose", "validating on train_loader")]
    [InlineData("zh-CN", "有意出错", "在 train_loader 上验证")]
    public void Render_RunOfAWrongAnswer_IsMarkedAndItsAccuracyIsNoResult(string culture, string mark, string difference)
    {
        using var shell = new ShellContext(culture);
        var run = SampleRuns.Ended(RunState.Completed);
        var recipe = TrainingRecipe.Lesson with { Measuring = TrainingRecipe.Lesson.Measuring with { Loader = RecipeLoader.Train } };
        var table = Render(shell, run with { Settings = run.Settings with { Recipe = recipe } });
        table.Find(".recipe-mark").TextContent.ShouldBe(mark);
        table.Find(".recipe-difference").TextContent.ShouldBe(difference);
        table.FindAll(".result").ShouldBeEmpty();
        Render(shell, run with { Settings = run.Settings with { Recipe = TrainingRecipe.Lesson } }).FindAll(".recipe-mark").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Validation, last epoch", "epoch 2 on: 90.0%–99.0%", "kernel 5\u00a0×\u00a05, dropout 0.1 in block 2, batch size 64")]
    [InlineData("zh-CN", "验证（最后一轮）", "第 2 轮起：90.0%–99.0%", "卷积核 5\u00a0×\u00a05，第二块的丢弃概率 0.1，每批 64 张")]
    public void Render_OwnNetAndAJumpingCurve_TellsBothAndNoBest(string culture, string head, string range, string own)
    {
        using var shell = new ShellContext(culture);
        var run = SampleRuns.Ended(RunState.Completed) with
        {
            Settings = new(BatchSize: 64, Cnn: new(5, 0.1)),
            Epochs = [SampleRuns.Epoch(0, 0.4), SampleRuns.Epoch(1, 0.99), SampleRuns.Epoch(2, 0.9), SampleRuns.Epoch(3, 0.95)],
        };
        var table = Render(shell, run);
        table.Find(".run-head").TextContent.ShouldContain(head);
        var cell = table.Find(".result");
        cell.TextContent.ShouldContain("95.0%");
        cell.QuerySelector(".note")!.TextContent.ShouldBe(range);
        table.Find(".net-mark").TextContent.ShouldBe(own);
        Render(shell, SampleRuns.Ended(RunState.Completed)).FindAll(".net-mark").ShouldBeEmpty();
    }

    private static IRenderedComponent<RunTable> Render(ShellContext shell, RunView run) =>
        shell.Render<RunTable>(p => p.Add(t => t.Runs, [RunLine.Of(run)]));
}
