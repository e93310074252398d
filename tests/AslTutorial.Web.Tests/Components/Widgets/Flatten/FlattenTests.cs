using AslTutorial.Web.Components.Widgets.Flatten;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.Flatten;

public sealed class FlattenTests
{
    [Fact]
    public void IndexOf_TheLessonsShape_IsNineCPlusThreeRPlusK()
    {
        var order = new FlattenOrder(75, 3, 3);
        order.Length.ShouldBe(675);
        order.IndexOf(74, 2, 2).ShouldBe(674);
        order.IndexOf(4, 1, 2).ShouldBe((9 * 4) + (3 * 1) + 2);
    }

    [Fact]
    public void PlaceOf_EveryIndex_IsTheWayBackAndTheNaturalOrder()
    {
        var order = new FlattenOrder(3, 2, 4);
        var index = 0;
        for (var channel = 0; channel < 3; channel++)
        {
            for (var row = 0; row < 2; row++)
            {
                for (var column = 0; column < 4; column++, index++)
                {
                    order.IndexOf(channel, row, column).ShouldBe(index);
                    order.PlaceOf(index).ShouldBe((channel, row, column));
                }
            }
        }
    }

    [Theory]
    [InlineData("en", "Channel 1, row 1, column 2: 1 × 8 + 1 × 4 + 2 = 14", "Position 14: 14 ÷ 8 is 1, the channel, remainder 6; 6 ÷ 4 is 1, the row, remainder 2, the column")]
    [InlineData("zh-CN", "通道 1，第 1 行第 2 列：1 × 8 + 1 × 4 + 2 = 14", "位置 14：14 ÷ 8 得 1，是通道，余 6；6 ÷ 4 得 1，是行，余 2，是列")]
    public async Task Widget_ShapeChanged_EveryCellKnowsItsPlaceAndTheWayBack(string culture, string forth, string back)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<FlattenWidget>();
        widget.FindAll("input[type=range]")[0].Change("2");
        widget.FindAll("input[type=range]")[1].Change("2");
        widget.FindAll("input[type=range]")[2].Change("4");
        widget.FindAll(".fl-vector [role=gridcell]").Count.ShouldBe(16);
        var pair = widget.FindAll("[data-links=i14]");
        pair.Count.ShouldBe(2);
        pair[0].GetAttribute("data-says").ShouldBe(forth);
        pair[1].GetAttribute("data-says").ShouldBe(back);
    }

    [Theory]
    [InlineData("1000", 8)]
    [InlineData("-5", 1)]
    public async Task Widget_ShapeOutOfRange_IsBroughtBack(string sent, int channels)
    {
        await using var context = new WidgetContext();
        var widget = context.Render<FlattenWidget>();
        widget.FindAll("input[type=range]")[0].Change(sent);
        widget.FindAll("[role=rowgroup]").Count.ShouldBe(channels);
    }
}
