using System.Text.RegularExpressions;
using AslTutorial.Web.Components.Widgets;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Tests.Components.Widgets;

/// <summary>What holds for every widget, in both languages.</summary>
public sealed partial class LessonWidgetsTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var id in LessonWidgets.ById.Keys)
            {
                all.Add(id, "en");
                all.Add(id, "zh-CN");
            }

            return all;
        }
    }

    [Fact]
    public void ById_TheLessonsSixLayers_AreThere() =>
        LessonWidgets.ById.Keys.ShouldBe(["conv2d", "batchnorm", "maxpool", "dropout", "flatten", "linear"], ignoreOrder: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Widget_BeforeTheCircuit_NothingInItCanBeMoved(bool isInteractive)
    {
        await using var context = new WidgetContext();
        context.SetRendererInfo(new RendererInfo("Server", isInteractive));
        foreach (var id in LessonWidgets.ById.Keys)
        {
            var frame = Render(context, id).Find(".widget > fieldset");
            frame.HasAttribute("disabled").ShouldBe(!isInteractive);
            frame.QuerySelectorAll("input, button, select").Length.ShouldBe(frame.Closest(".widget")!.QuerySelectorAll("input, button, select").Length);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Widget_FirstRender_IsCompleteAndInOneLanguage(string id, string culture)
    {
        await using var context = new WidgetContext(culture);
        var widget = Render(context, id);
        var text = widget.Find(".widget").TextContent;
        // A missing text shows as its key.
        Key().IsMatch(text).ShouldBeFalse(text);
        Han().IsMatch(text).ShouldBe(culture == "zh-CN");
        widget.Find("h4").Id.ShouldBe(widget.Find("section").GetAttribute("aria-labelledby"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Widget_EveryControl_HasAName(string id, string culture)
    {
        await using var context = new WidgetContext(culture);
        var widget = Render(context, id);
        foreach (var input in widget.FindAll("input"))
        {
            var name = input.GetAttribute("aria-label") ?? input.Closest("label")?.TextContent;
            name.ShouldNotBeNullOrWhiteSpace(input.OuterHtml);
        }

        foreach (var button in widget.FindAll("button"))
        {
            (button.GetAttribute("aria-label") ?? button.TextContent).ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Widget_EveryGrid_HasOneTabStopAndASentenceForEachCell(string id, string culture)
    {
        await using var context = new WidgetContext(culture);
        var widget = Render(context, id);
        foreach (var grid in widget.FindAll("[role=grid]"))
        {
            grid.QuerySelectorAll("[role=gridcell][tabindex='0']").Length.ShouldBe(1);
            grid.QuerySelectorAll("[role=gridcell]").ShouldAllBe(cell => cell.GetAttribute("aria-label")!.EndsWith(cell.GetAttribute("data-says")!, StringComparison.Ordinal));
            grid.QuerySelectorAll("[role=gridcell]").ShouldAllBe(cell => cell.GetAttribute("data-says")!.Length > 5);
        }
    }

    private static IRenderedComponent<DynamicComponent> Render(WidgetContext context, string id) =>
        context.Render<DynamicComponent>(p => p.Add(c => c.Type, LessonWidgets.ById[id]));

    [GeneratedRegex(@"\b(conv2d|batchnorm|maxpool|dropout|flatten|linear)\.[A-Z]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
