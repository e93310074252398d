using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Confusion;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Confusion;

/// <summary>The table of confused letters.</summary>
public sealed class ConfusionViewTests
{
    [Theory]
    [InlineData("en", "M taken for N: 8 of 100 (8.0%)", "true ↓")]
    [InlineData("zh-CN", "M 被认成 N：100 张中的 8 张（8.0%）", "真实 ↓")]
    public async Task View_WithConfusedLetters_NamesTheWorstFirst(string culture, string worst, string corner)
    {
        await using var context = new PanelContext(culture);
        context.Runs.Confusion = Matrix(('m', 'n', 8), ('a', 's', 3));
        var view = context.Render<ConfusionView>(p => p.Add(c => c.Run, SampleRuns.Ended(RunState.Completed)));
        var pairs = view.FindAll(".cm-pairs li").Select(li => li.TextContent).ToList();
        pairs.Count.ShouldBe(2);
        pairs[0].ShouldBe(worst);
        view.FindAll(".cm-grid tbody tr").Count.ShouldBe(24);
        view.FindAll(".cm-grid td.cm-wrong").Count.ShouldBe(2);
        view.Find(".cm-grid thead td").TextContent.ShouldContain(corner);
    }

    [Theory]
    [InlineData("en", "M taken for N: 8 of 100", "A read rightly: 97 of 100", "B taken for A: 0 of 100", "square root")]
    [InlineData("zh-CN", "M 被认成 N：100 张中的 8 张", "A 认对了：100 张中的 97 张", "B 被认成 A：100 张中的 0 张", "平方根")]
    public async Task Table_EachCell_HasASentenceAndTheLegendItsScale(string culture, string wrong, string right, string none, string scale)
    {
        await using var context = new PanelContext(culture);
        var table = context.Render<ConfusionTable>(p => p.Add(c => c.Matrix, Matrix(('m', 'n', 8), ('a', 's', 3))));
        var cells = table.FindAll("[role=gridcell]");
        cells.Count.ShouldBe(24 * 24);
        cells.Count(cell => cell.GetAttribute("tabindex") == "0").ShouldBe(1);
        var says = cells.Select(cell => cell.GetAttribute("aria-label")).ToList();
        says.ShouldContain(wrong);
        says[0].ShouldBe(right);
        says[24].ShouldBe(none);
        table.Find(".cm-legend p").TextContent.ShouldContain(scale);
    }

    [Theory]
    [InlineData("en", "recall 92.0%", "recall 97.0%", "recall 100%")]
    [InlineData("zh-CN", "召回率 92.0%", "召回率 97.0%", "召回率 100%")]
    public async Task Table_EachLetter_HasItsRecallBesideIt(string culture, string m, string a, string b)
    {
        await using var context = new PanelContext(culture);
        var table = context.Render<ConfusionTable>(p => p.Add(c => c.Matrix, Matrix(('m', 'n', 8), ('a', 's', 3))));
        var recalls = table.FindAll("th[scope=row] .cm-recall").Select(recall => recall.TextContent).ToList();
        recalls[SignClasses.Letters.IndexOf('m', StringComparison.Ordinal)].ShouldBe(m);
        recalls[0].ShouldBe(a);
        recalls[1].ShouldBe(b);
    }

    [Fact]
    public void Recall_OfCounts_IsTheDiagonalsShareOfItsRow()
    {
        var counts = new int[SignClasses.Count * SignClasses.Count];
        (counts[0], counts[1], counts[5]) = (6, 1, 1);
        ConfusedPair.Recall(new(counts), 0).ShouldBe(0.75);
        ConfusedPair.Recall(new(counts), 1).ShouldBeNull();
    }

    [Fact]
    public async Task Table_AllButOneOfManyRead_RecallIsNotRoundedToAllOfThem()
    {
        await using var context = new PanelContext();
        var counts = new int[SignClasses.Count * SignClasses.Count];
        (counts[0], counts[1]) = (2999, 1);
        context.Render<ConfusionTable>(p => p.Add(c => c.Matrix, new ConfusionMatrix(counts)))
            .Find(".cm-recall").TextContent.ShouldBe("recall 99.9%");
    }

    [Fact]
    public async Task View_CellsWithImagesAndWorstPairs_NameTheCellTheyOpen()
    {
        await using var context = new PanelContext();
        context.Runs.Confusion = Matrix(('m', 'n', 8), ('a', 's', 3));
        var view = context.Render<ConfusionView>(p => p.Add(c => c.Run, SampleRuns.Ended(RunState.Completed)));
        view.FindAll(".cm-pairs button").Select(button => button.GetAttribute("data-cell")).ShouldBe(["m-n", "a-s"]);
        view.FindAll("[role=gridcell][data-cell]").Count.ShouldBe(24 + 2);
        var images = view.Find("confusion-images");
        (images.GetAttribute("run"), images.GetAttribute("epoch"), images.GetAttribute("data")).ShouldBe((SampleRuns.Id.ToString(), "1", "ab"));
        images.HasAttribute("refuses").ShouldBeFalse();
    }

    [Fact]
    public async Task View_RunThatMeasuresByItsTrainingImages_OpensNoneAndSaysWhy()
    {
        await using var context = new PanelContext();
        context.Runs.Confusion = Matrix(('m', 'n', 8));
        var lesson = TrainingRecipe.Lesson;
        var run = SampleRuns.Ended(RunState.Completed);
        run = run with { Settings = run.Settings with { Recipe = lesson with { Measuring = lesson.Measuring with { Loader = RecipeLoader.Train } } } };
        context.Render<ConfusionView>(p => p.Add(c => c.Run, run)).Find("confusion-images").GetAttribute("refuses").ShouldNotBeNull().ShouldContain("training images");
    }

    [Fact]
    public async Task Note_Kept_IsThereAgain_AndAFailureKeepsWhatWasTyped()
    {
        await using var context = new PanelContext();
        var note = context.Render<ConfusionNote>(p => p.Add(c => c.RunId, SampleRuns.Id));
        note.Find("textarea").Input("Fists.");
        note.Find("[role=status]").TextContent.ShouldBe("Not kept yet.");
        note.Find("button").Click();
        note.Find("[role=status]").TextContent.ShouldBe("Kept.");
        context.Notes.Kept[SampleRuns.Id].ShouldBe("Fists.");
        context.Render<ConfusionNote>(p => p.Add(c => c.RunId, SampleRuns.Id)).Find("textarea").GetAttribute("value").ShouldBe("Fists.");

        context.Notes.Refuses = true;
        note.Find("textarea").Input("Fists, seen.");
        note.Find("button").Click();
        note.Find("[role=status]").TextContent.ShouldBe("Not kept yet.");
        context.Notes.Kept[SampleRuns.Id].ShouldBe("Fists.");

        (context.Notes.Refuses, context.Notes.IsBroken) = (false, true);
        note.Find("textarea").Input("Fists, seen from the front.");
        note.Find("button").Click();
        note.Find("[role=status]").TextContent.ShouldContain("could not be kept");
        note.Find("textarea").GetAttribute("value").ShouldBe("Fists, seen from the front.");
    }

    [Fact]
    public void Shade_CountsOf346_FewAndManyApart()
    {
        var shades = new[] { 1, 10, 30, 100, 200, 300 }.Select(count => ConfusionShade.Of(right: false, count, 346)).ToList();
        shades.ShouldBeUnique();
        shades[2].ShouldBe("cm-wrong cm-3");
        shades[5].ShouldBe("cm-wrong cm-8");
        ConfusionShade.Of(right: false, 0, 346).ShouldBeNull();
        ConfusionShade.Of(right: true, 346, 346).ShouldBe("cm-right cm-8");
        ConfusionShade.UpTo(3).ShouldBeInRange(30 / 346.0, 100 / 346.0);
    }

    [Fact]
    public async Task View_NothingConfused_SaysSo()
    {
        await using var context = new PanelContext();
        context.Runs.Confusion = Matrix();
        context.Render<ConfusionView>(p => p.Add(c => c.Run, SampleRuns.Ended(RunState.Completed)))
            .Find(".cm-body").TextContent.ShouldContain("No image was read wrongly.");
    }

    [Fact]
    public async Task View_BestEpochChosen_ShowsThatOne()
    {
        await using var context = new PanelContext();
        context.Runs.Confusion = Matrix();
        var view = context.Render<ConfusionView>(p => p.Add(c => c.Run, SampleRuns.Ended(RunState.Completed)));
        view.Find(".cm-epoch").TextContent.ShouldBe("epoch 2");
        view.FindAll(".cm-head button").Single(b => b.TextContent.Trim() == "best").Click();
        view.Find(".cm-epoch").TextContent.ShouldBe("epoch 1");
    }

    [Fact]
    public async Task View_BeforeTheFirstEpoch_SaysWhatComes()
    {
        await using var context = new PanelContext();
        context.Render<ConfusionView>(p => p.Add(c => c.Run, SampleRuns.Queued(1)))
            .Find(".cm-body").TextContent.ShouldContain("After the first epoch");
    }

    private static ConfusionMatrix Matrix(params (char Letter, char TakenFor, int Count)[] errors)
    {
        var counts = new int[SignClasses.Count * SignClasses.Count];
        for (var i = 0; i < SignClasses.Count; i++)
        {
            counts[(i * SignClasses.Count) + i] = 100;
        }

        foreach (var (letter, taken, count) in errors)
        {
            var row = SignClasses.Letters.IndexOf(letter, StringComparison.Ordinal) * SignClasses.Count;
            counts[row + SignClasses.Letters.IndexOf(letter, StringComparison.Ordinal)] -= count;
            counts[row + SignClasses.Letters.IndexOf(taken, StringComparison.Ordinal)] += count;
        }

        return new(counts);
    }
}
