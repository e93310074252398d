using AslTutorial.Web.Components.Widgets.MaxPool;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.MaxPool;

public sealed class MaxPoolWidgetTests
{
    [Theory]
    [InlineData("en", "One pixel to the right", "11 of 16", "1 to the right, 0 down", "Before the move it was")]
    [InlineData("zh-CN", "向右一个像素", "16 个中的 11 个", "向右 1，向下 0", "挪动前是")]
    public async Task Widget_HandMoved_ShowsWhatChangedInEachMap(string culture, string move, string changed, string where, string before)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<MaxPoolWidget>();
        widget.FindAll(".is-changed").ShouldBeEmpty();
        widget.Find($"button[aria-label='{move}']").Click();
        var rows = widget.FindAll(".mp-changes tbody tr");
        // Worked out independently: 74, 30 and 56 percent.
        rows.Select(row => row.Children[2].TextContent.Replace(" ", "", StringComparison.Ordinal)).ShouldBe(["74%", "30%", "56%"]);
        rows[1].TextContent.ShouldContain(changed);
        widget.Find("[role=status]").TextContent.ShouldBe(where);
        widget.FindAll("[role=grid]")[1].QuerySelectorAll(".is-changed").Length.ShouldBe(11);
        widget.FindAll(".is-changed").ShouldAllBe(cell => cell.GetAttribute("data-says")!.Contains(before, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Widget_MovedByAWholeWindow_PooledMapMovesByOneAndItSaysSo()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<MaxPoolWidget>();
        var before = Pooled(widget);
        widget.Find("button[aria-label='One pixel to the right']").Click();
        widget.Find("button[aria-label='One pixel to the right']").Click();
        var after = Pooled(widget);
        for (var at = 0; at < 16; at++)
        {
            if (at % 4 > 0)
            {
                after[at].ShouldBe(before[at - 1]);
            }
        }

        widget.Find(".mp-verdict").TextContent.ShouldContain("a whole window");
        widget.Find("button[aria-label='One pixel to the right']").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Widget_CellsOfAWindow_AreLinkedToTheirPooledNumbers()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<MaxPoolWidget>();
        // Four numbers, and one in each pooled map.
        widget.FindAll("[data-links=w21]").Count.ShouldBe(6);
        widget.FindAll("[data-links=w21]").Select(cell => cell.GetAttribute("data-says")).Distinct().Count().ShouldBe(1);
    }

    private static List<string> Pooled(IRenderedComponent<MaxPoolWidget> widget) =>
        [.. widget.FindAll("[role=grid]")[1].QuerySelectorAll("[role=gridcell]").Select(cell => cell.TextContent)];
}
