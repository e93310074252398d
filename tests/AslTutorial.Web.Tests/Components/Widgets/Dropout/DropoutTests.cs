using AslTutorial.Web.Components.Widgets.Dropout;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.Dropout;

public sealed class DropoutTests
{
    private static readonly double[] Values = [1, 2, 3, 4];

    [Fact]
    public void Draw_EveryUnit_IsDroppedOrScaled()
    {
        var passes = new DropoutPasses(Values, 0.2);
        passes.Scale.ShouldBe(1.25, 1e-12);
        var random = new Random(1);
        for (var pass = 0; pass < 50; pass++)
        {
            passes.Draw(random);
            passes.Last.Zip(Values).ShouldAllBe(pair => pair.First == null || Math.Abs(pair.First.Value - (pair.Second * 1.25)) < 1e-12);
        }

        passes.Count.ShouldBe(50);
    }

    [Fact]
    public void Draw_ManyPasses_MeanIsThePlainNumber()
    {
        var passes = new DropoutPasses(Values, 0.3);
        passes.Draw(new Random(1), 20_000);
        for (var unit = 0; unit < Values.Length; unit++)
        {
            // The standard error of a unit is value · √(p / (1 − p) / passes), 0.5 % here: four of them.
            passes.Mean(unit).ShouldBe(Values[unit], 0.02 * Values[unit]);
        }
    }

    [Fact]
    public void Draw_NoProbability_ChangesNothing()
    {
        var passes = new DropoutPasses(Values, 0);
        passes.Draw(new Random(1), 10);
        passes.Last.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Draw_TooManyPasses_StopsAtTheLimit()
    {
        var passes = new DropoutPasses([1], 0.5);
        passes.Draw(new Random(1), DropoutPasses.MaxCount + 5);
        passes.Count.ShouldBe(DropoutPasses.MaxCount);
        Should.Throw<ArgumentOutOfRangeException>(() => new DropoutPasses([1], 1));
    }

    [Theory]
    [InlineData("en", "100 more passes", "Passes so far: 101", "dropped")]
    [InlineData("zh-CN", "再来 100 次", "已传播 101 次", "丢弃")]
    public async Task Widget_MorePasses_AreCountedAndDroppedUnitsSaySo(string culture, string more, string count, string dropped)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<DropoutWidget>();
        widget.FindAll("button").Single(b => b.TextContent == more).Click();
        widget.Find("[role=status]").TextContent.ShouldBe(count);
        var sentence = widget.Find(".w-result").TextContent;
        var marked = widget.FindAll(".is-dropped");
        marked.ShouldAllBe(cell => cell.TextContent == dropped);
        sentence.ShouldContain(marked.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        sentence.ShouldContain("1.429");
    }

    [Fact]
    public async Task Widget_Evaluation_PassesEverythingUnchanged()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<DropoutWidget>();
        widget.Find("input[type=range]").Change("0.5");
        widget.FindAll("input[type=radio]")[1].Change("False");
        widget.FindAll("tbody tr").ShouldAllBe(row => row.Children[1].TextContent == row.QuerySelector(".do-number")!.TextContent);
        widget.FindAll("button").ShouldAllBe(button => button.HasAttribute("disabled"));
    }

    [Fact]
    public async Task Widget_RenderedTwice_ShowsTheSamePass()
    {
        await using var context = new WidgetContext();
        context.Render<DropoutWidget>().Find(".do-units").TextContent.ShouldBe(context.Render<DropoutWidget>().Find(".do-units").TextContent);
    }
}
