using AslTutorial.Web.Components.Widgets.Conv2d;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.Conv2d;

public sealed class Conv2dWidgetTests
{
    [Theory]
    [InlineData("en", "Feature map, 8 × 8", "never read: 108")]
    [InlineData("zh-CN", "特征图，8 × 8", "共有 108 个像素从未被读到")]
    public async Task Widget_StrideThatDoesNotComeOutEven_SaysWhatIsLost(string culture, string caption, string lost)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<Conv2dWidget>();
        widget.FindAll(".cv-unread").ShouldBeEmpty();
        Choose(widget, "conv2d-size", "5");
        Choose(widget, "conv2d-stride", "3");
        Choose(widget, "conv2d-padding", "0");
        widget.Find(".cv-maps").TextContent.ShouldContain(caption);
        widget.Find(".w-formula").TextContent.ShouldBe("⌊(28 + 2·0 − 5) / 3⌋ + 1 = 8");
        widget.Find(".w-result").TextContent.ShouldContain(lost);
        // Two rows and two columns.
        widget.FindAll(".cv-unread").Count.ShouldBe(4);
    }

    [Fact]
    public async Task Widget_Identity_ReturnsTheImage()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<Conv2dWidget>();
        Choose(widget, "conv2d-kernel", "Identity");
        var middle = widget.FindAll("[data-cv=patch] > span")[4].TextContent;
        widget.Find("[data-cv=total]").TextContent.ShouldBe(middle);
        HandImage.Pixels.Select(p => (double)p).ShouldBe(
            Convolution.Apply(HandImage.Pixels, KernelPresets.Weights(KernelPreset.Identity, 3), new(28, 3, 1, 1)));
    }

    [Fact]
    public async Task Widget_WeightEdited_IsTheReadersOwnKernelAndChangesTheSum()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<Conv2dWidget>();
        widget.Find("[data-cv=total]").TextContent.ShouldBe("602");
        widget.FindAll(".cv-kernel input")[0].Change("3");
        // Its pixel is 234: two more of them.
        widget.Find("[data-cv=total]").TextContent.ShouldBe("1070");
        widget.Find(".is-chosen").TextContent.Trim().ShouldBe("my own");
        widget.Find("conv-view").GetAttribute("data-kernel").ShouldBe("3 0 -1 1 0 -1 1 0 -1");
    }

    [Theory]
    [InlineData("100", "9 0 -1 1 0 -1 1 0 -1")]
    [InlineData("1e300", "1 0 -1 1 0 -1 1 0 -1")]
    [InlineData("NaN", "1 0 -1 1 0 -1 1 0 -1")]
    [InlineData("", "0 0 -1 1 0 -1 1 0 -1")]
    [InlineData("0.123456", "0.1235 0 -1 1 0 -1 1 0 -1")]
    public async Task Widget_OddWeight_IsBroughtWithinItsLimits(string typed, string kernel)
    {
        await using var context = new WidgetContext();
        var widget = context.Render<Conv2dWidget>();
        widget.FindAll(".cv-kernel input")[0].Change(typed);
        widget.Find("conv-view").GetAttribute("data-kernel").ShouldBe(kernel);
    }

    [Fact]
    public async Task Widget_KernelOfOneWeight_OffersNoEdges()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<Conv2dWidget>();
        Choose(widget, "conv2d-size", "1");
        widget.Find("input[value=Upright]").HasAttribute("disabled").ShouldBeTrue();
        widget.Find("input[value=Identity]").HasAttribute("checked").ShouldBeTrue();
        widget.FindAll(".cv-kernel input").Count.ShouldBe(1);
    }

    private static void Choose(IRenderedComponent<Conv2dWidget> widget, string group, string value) =>
        widget.Find($"input[name={group}][value='{value}']").Change(value);
}
