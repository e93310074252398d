using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.RunList;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.RunList;

public sealed class RunTableTests
{
    [Theory]
    [InlineData("en", RunState.Completed, "Done", "2 of 20 epochs", "99.2%")]
    [InlineData("en", RunState.Cancelled, "Stopped", "2 of 20 epochs", "99.2%")]
    [InlineData("en", RunState.Failed, "Failed", "2 of 20 epochs", "99.2%")]
    [InlineData("zh-CN", RunState.Completed, "已完成", "2 / 20 个 epoch", "99.2%")]
    public void Render_EndedRun_StateEpochsAndBest(string culture, RunState state, string word, string epochs, string best)
    {
        using var shell = new ShellContext(culture);
        var row = Render(shell, SampleRuns.Ended(state)).Find(".run:not(.run-head)");
        row.QuerySelector(".run-state svg").ShouldNotBeNull();
        row.QuerySelector(".run-state")!.TextContent.Trim().ShouldBe(word);
        row.TextContent.ShouldContain(epochs);
        row.QuerySelector(".best")!.TextContent.ShouldEndWith(best);
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"runs/{SampleRuns.Id}");
    }

    [Fact]
    public void Render_QueuedRun_ItsPlaceAndNoAccuracyYet()
    {
        using var shell = new ShellContext();
        var table = Render(shell, SampleRuns.Queued(3) with { Settings = new TrainingSettings(ModelKind.Dense, TrainLimit: 2000) });
        table.Markup.ShouldContain("number 3 in the queue");
        table.Markup.ShouldContain("on 2,000 images");
        table.FindAll(".best").ShouldBeEmpty();
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
    public void Render_RunOfAWrongAnswer_IsMarkedAndItsAccuracyIsNotTheBest(string culture, string mark, string difference)
    {
        using var shell = new ShellContext(culture);
        var run = SampleRuns.Ended(RunState.Completed);
        var recipe = TrainingRecipe.Lesson with { Measuring = TrainingRecipe.Lesson.Measuring with { Loader = RecipeLoader.Train } };
        var table = Render(shell, run with { Settings = run.Settings with { Recipe = recipe } });
        table.Find(".recipe-mark").TextContent.ShouldBe(mark);
        table.Find(".recipe-difference").TextContent.ShouldBe(difference);
        table.FindAll(".best").ShouldBeEmpty();
        Render(shell, run with { Settings = run.Settings with { Recipe = TrainingRecipe.Lesson } }).FindAll(".recipe-mark").ShouldBeEmpty();
    }

    private static IRenderedComponent<RunTable> Render(ShellContext shell, RunView run) =>
        shell.Render<RunTable>(p => p.Add(t => t.Runs, [RunSummary.Of(run)]));
}
