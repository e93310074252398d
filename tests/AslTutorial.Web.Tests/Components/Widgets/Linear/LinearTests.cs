using AslTutorial.Web.Components.Widgets.Linear;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.Linear;

public sealed class LinearTests
{
    [Fact]
    public void Count_TheLessonsLayers_SumUpToItsNet()
    {
        ParameterCount.Linear(675, 512).ShouldBe(346_112);
        ParameterCount.Linear(512, 24).ShouldBe(12_312);
        ParameterCount.Linear(784, 512).ShouldBe(401_920);
        ParameterCount.Conv2d(1, 25, 3).ShouldBe(250);
        ParameterCount.Conv2d(25, 50, 3).ShouldBe(11_300);
        ParameterCount.Conv2d(50, 75, 3).ShouldBe(33_825);
    }

    [Fact]
    public void Sum_WorkedOutByHand_AndReluAfterIt()
    {
        // 2·0.5 + 3·(−1) + 0.25 = −1.75
        var unit = new WeightedSum([2, 3], [0.5, -1], 0.25);
        unit.Sum.ShouldBe(-1.75);
        unit.Activation.ShouldBe(0);
        unit.Weights[1] = 1;
        unit.Activation.ShouldBe(4.25);
    }

    [Theory]
    [InlineData("en", "passes it on", "keeps silent", "10.2 times as many")]
    [InlineData("zh-CN", "神经元把它传下去", "不作声", "10.2 倍")]
    public async Task Widget_ThumbStretched_SilencesTheUnit(string culture, string fires, string silent, string ratio)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<LinearWidget>();
        widget.FindAll("[role=status]")[0].TextContent.ShouldContain(fires);
        widget.FindAll("[role=status]")[1].TextContent.ShouldContain(ratio);
        // 3 + 0.5 − 2·2 − 0.5 − 0.5 = −1.5
        widget.FindAll("input[type=number]")[4].Change("2");
        widget.FindAll(".ln-total").Select(total => total.TextContent).ShouldBe(["−1.5", "0"]);
        widget.FindAll("[role=status]")[0].TextContent.ShouldContain(silent);
    }

    [Fact]
    public async Task Widget_SmallDenseLayer_ComparesTheOtherWayRound()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<LinearWidget>();
        widget.FindAll("input[type=range]")[0].Change("9");
        widget.FindAll("input[type=range]")[1].Change("10");
        // 100 against 33,825.
        widget.FindAll("[role=status]")[1].TextContent.ShouldContain("338.3 times");
        widget.Find(".ln-layers").TextContent.ShouldContain("9 × 10 + 10 = 100");
    }
}
