using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>Which functions train: what the panel says before a start, and what it starts.</summary>
public sealed class PanelFunctionsTests
{
    private static readonly TrainingRecipe EvalInTrain =
        TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Mode = RecipeMode.Eval } };

    private static readonly OwnFunctions Right = new(OwnFunctionsState.Right, TrainingRecipe.Lesson, [], []);

    private static readonly OwnFunctions Wrong = Wrongly(EvalInTrain);

    [Theory]
    [InlineData("en", "The lesson's own functions will train. Yours take their place once these are filled in:")]
    [InlineData("zh-CN", "将用课程自带的函数训练。填好这几个练习，就会换成你自己的：")]
    public async Task Start_NotFilled_SaysWhatIsMissingAndTrainsTheLessons(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        var panel = context.Panel();

        panel.Find(".tp-functions").TextContent.Trim().ShouldStartWith(line);
        panel.FindAll(".tp-functions a").Select(link => link.GetAttribute("href")).ShouldBe(["lessons/cnn#dataset", "lessons/cnn#train-validate"]);
        panel.FindAll(".tp-onpurpose").ShouldBeEmpty();
        panel.Find("form").Submit();
        context.Runs.Started.Single().Recipe.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "Your own functions will train: all three exercises are right.")]
    [InlineData("zh-CN", "将用你自己的函数训练：三个练习都做对了。")]
    public async Task Start_Right_TrainsTheLearnersOwn(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        context.Functions.Now = Right;
        var panel = context.Panel();

        panel.Find(".tp-functions").TextContent.Trim().ShouldBe(line);
        panel.Find("form").Submit();
        context.Runs.Started.Single().Recipe.ShouldBe(TrainingRecipe.Lesson);
        panel.FindAll(".recipe-mark").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "model.eval() in the training function")]
    [InlineData("zh-CN", "训练函数里用了 model.eval()")]
    public async Task Start_Wrong_TrainsTheLessonsUnlessAgreedOtherwise(string culture, string difference)
    {
        await using var context = new PanelContext(culture);
        context.Functions.Now = Wrong;
        var panel = context.Panel();

        panel.Find(".tp-functions").TextContent.ShouldContain(difference);
        panel.Find(".tp-functions-why").TextContent.ShouldContain("It learns as a different net.");
        panel.Find("form").Submit();
        context.Runs.Started.Single().Recipe.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "wrong on purpose", "model.eval() in the training function")]
    [InlineData("zh-CN", "有意出错", "训练函数里用了 model.eval()")]
    public async Task Start_WrongOnPurpose_TrainsItAndMarksTheRun(string culture, string mark, string difference)
    {
        await using var context = new PanelContext(culture);
        context.Functions.Now = Wrong;
        var panel = context.Panel();

        panel.Find(".tp-onpurpose input").Change(true);
        panel.Find("form").Submit();

        context.Runs.Started.Single().Recipe.ShouldBe(EvalInTrain);
        panel.Find(".tp-mark .recipe-mark").TextContent.ShouldBe(mark);
        panel.Find(".tp-mark .recipe-difference").TextContent.ShouldBe(difference);
        panel.FindAll(".tp-functions").ShouldBeEmpty();
    }

    [Fact]
    public async Task Line_AnswersChange_FollowsThemAndForgetsTheAgreement()
    {
        await using var context = new PanelContext();
        context.Functions.Now = Wrong;
        var panel = context.Panel();
        panel.Find(".tp-onpurpose input").Change(true);
        panel.Find(".tp-functions").TextContent.ShouldContain("Your own functions will train, mistake included:");

        context.Functions.Change(Wrongly(TrainingRecipe.Lesson with { MeasuresFirst = true }));

        panel.WaitForAssertion(() => panel.Find(".tp-functions").TextContent.ShouldContain("the two names exchanged"));
        panel.Find(".tp-functions").TextContent.ShouldContain("The lesson's own functions will train.");
        panel.Find("form").Submit();
        context.Runs.Started.Single().Recipe.ShouldBeNull();
    }

    [Fact]
    public async Task Start_AnswerChangedUnseen_TrainsNoMistakeThatWasNotAgreedTo()
    {
        await using var context = new PanelContext();
        context.Functions.Now = Wrong;
        var panel = context.Panel();
        panel.Find(".tp-onpurpose input").Change(true);

        context.Functions.Now = Wrongly(TrainingRecipe.Lesson with { MeasuresFirst = true });
        panel.Find("form").Submit();

        context.Runs.Started.Single().Recipe.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "it computes the same")]
    [InlineData("zh-CN", "算出来的东西一样")]
    public async Task Line_WrongWithoutADifference_OffersNothingToTrain(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        context.Functions.Now = Wrongly(TrainingRecipe.Lesson);
        var panel = context.Panel();

        panel.Find(".tp-functions").TextContent.ShouldContain(line);
        panel.FindAll(".tp-onpurpose").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Yours cannot")]
    [InlineData("zh-CN", "你的还不行")]
    public async Task Line_NotRunnable_NamesTheExercise(string culture, string line)
    {
        await using var context = new PanelContext(culture);
        context.Functions.Now = new(OwnFunctionsState.NotRunnable, null, [new("dataloader", "Two loaders")], []);
        var panel = context.Panel();

        panel.Find(".tp-functions").TextContent.ShouldContain(line);
        panel.Find(".tp-functions a").TextContent.ShouldBe("Two loaders");
        panel.Find("form").Submit();
        context.Runs.Started.Single().Recipe.ShouldBeNull();
    }

    [Fact]
    public async Task Start_OnTheRunsOwnPage_KeepsItsRecipeWhateverTheAnswersAre()
    {
        await using var context = new PanelContext();
        context.Functions.Now = Right;
        context.Runs.All.Add(Marked(EvalInTrain));
        var panel = context.Render<TrainingPanel>(p => p.Add(c => c.RunId, SampleRuns.Id));

        panel.Find(".tp-functions").TextContent.ShouldContain("Training again uses the functions of this run, mistake included.");
        panel.Find("form").Submit();

        context.Runs.Started.Single().Recipe.ShouldBe(EvalInTrain);
        context.Functions.IsWatched.ShouldBeFalse();
    }

    [Fact]
    public async Task Panel_Disposed_WatchesNothing()
    {
        await using var context = new PanelContext();
        context.Panel();
        context.Functions.IsWatched.ShouldBeTrue();

        await context.DisposeComponentsAsync();

        context.Functions.IsWatched.ShouldBeFalse();
    }

    [Fact]
    public async Task Log_OfOwnFunctions_PrintsTheirWordsInTheirOrder()
    {
        await using var context = new PanelContext();
        var recipe = new TrainingRecipe(
            new(RecipeMode.Eval, RecipeLoader.Train, "<b>Prüfung</b>"), TrainingRecipe.Lesson.Learning with { Word = "lernt" }, MeasuresFirst: true);
        var panel = context.Panel(Marked(recipe) with { Epochs = [SampleRuns.Epoch(0, 3.8123)] });

        panel.FindAll(".tp-log-lines code").Select(line => line.TextContent)
            .ShouldBe(["<b>Prüfung</b> - Loss: 14.5266 Accuracy: 3.8123", "lernt - Loss: 14.8527 Accuracy: 0.9958"]);
        panel.Find(".tp-notices").TextContent.ShouldContain("3.8123");
        panel.Find(".tp-notices").TextContent.ShouldNotContain("validation accuracy");

        // Both functions walk the 858 batches of the training images.
        panel.Markup.ShouldContain("sum over all batches, here 858 of training and 858 of validation");
    }

    private static OwnFunctions Wrongly(TrainingRecipe recipe) =>
        new(OwnFunctionsState.Wrong, recipe, [], [new("train-validate", ["second_mode"], "eval-in-train", "It learns as a different net.")]);

    private static RunView Marked(TrainingRecipe recipe)
    {
        var run = SampleRuns.Ended(RunState.Completed);
        return run with { Settings = run.Settings with { Recipe = recipe } };
    }
}
