using AslTutorial.Web.Components.Widgets.BatchNorm;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Widgets.BatchNorm;

/// <summary>The layer against numbers worked out by hand from torch's definition.</summary>
public sealed class BatchNormTests
{
    // Mean 5, variance 5 (biased), 20/3 (unbiased).
    private static readonly double[] Batch = [2, 4, 6, 8];

    [Fact]
    public void Forward_Training_IsTheHandWorkedValues()
    {
        var pass = new BatchNormChannel().Forward(Batch, training: true, gamma: 2, beta: 1);
        pass.Mean.ShouldBe(5);
        pass.Variance.ShouldBe(5);
        pass.Normalised[0].ShouldBe(-3 / Math.Sqrt(5.00001), 1e-12);
        pass.Output[3].ShouldBe((2 * 3 / Math.Sqrt(5.00001)) + 1, 1e-12);
    }

    [Fact]
    public void Forward_EvaluationBeforeAnyBatch_UsesMeanZeroAndVarianceOne() =>
        new BatchNormChannel().Forward(Batch, training: false, 1, 0).Normalised[0].ShouldBe(2 / Math.Sqrt(1.00001), 1e-12);

    [Fact]
    public void Learn_TwoBatches_MovesATenthOfTheWayEach()
    {
        var channel = new BatchNormChannel();
        channel.Learn(Batch);
        channel.RunningMean.ShouldBe(0.5, 1e-12);
        channel.RunningVariance.ShouldBe(0.9 + (0.1 * 20 / 3), 1e-12);
        channel.Learn(Batch);
        channel.RunningMean.ShouldBe(0.95, 1e-12);
        channel.Steps.ShouldBe(2);
    }

    [Fact]
    public void Next_ManyBatches_AreStandardNormal()
    {
        var draws = new NormalDraws(3);
        var statistics = ChannelStatistics.Of([.. Enumerable.Range(0, 500).SelectMany(_ => draws.Next())]);
        statistics.Mean.ShouldBe(0, 0.03);
        statistics.Deviation.ShouldBe(1, 0.03);
    }

    [Theory]
    [InlineData("en", "mean 0.00, standard deviation 1.00", "still far from", "which fits these numbers")]
    [InlineData("zh-CN", "均值 0.00，标准差 1.00", "还差得远", "已与这些数相符")]
    public async Task Widget_Evaluation_IsFarAtFirstAndNearAfterManyBatches(string culture, string normalised, string far, string near)
    {
        await using var context = new WidgetContext(culture);
        var widget = context.Render<BatchNormWidget>();
        widget.FindAll(".bn-stats")[1].TextContent.ShouldBe(normalised);
        Switch(widget, training: false);
        widget.Find(".bn-verdict").TextContent.ShouldContain(far);
        Switch(widget, training: true);
        for (var click = 0; click < 6; click++)
        {
            widget.FindAll("button")[1].Click();
        }

        Switch(widget, training: false);
        widget.Find(".bn-verdict").TextContent.ShouldContain(near);
    }

    [Fact]
    public async Task Widget_NextBatchInEvaluation_LeavesTheAverageAlone()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<BatchNormWidget>();
        Switch(widget, training: false);
        var before = widget.Find(".is-used").TextContent;
        var incoming = widget.Find(".bn-stats").TextContent;
        widget.FindAll("button")[0].Click();
        widget.Find(".is-used").TextContent.ShouldBe(before);
        widget.Find(".bn-stats").TextContent.ShouldNotBe(incoming);
    }

    [Fact]
    public async Task Widget_CentreMoved_ChangesTheInputAndNotTheNormalised()
    {
        await using var context = new WidgetContext();
        var widget = context.Render<BatchNormWidget>();
        var dots = Dots(widget, 1);
        var incoming = Dots(widget, 0);
        widget.FindAll("input[type=range]")[0].Change("-2.5");
        Dots(widget, 0).ShouldNotBe(incoming);
        Dots(widget, 1).ShouldBe(dots);
        widget.FindAll("input[type=range]")[3].Change("2");
        widget.FindAll(".bn-stats")[2].TextContent.ShouldBe("mean 2.00, standard deviation 1.00");
    }

    private static List<string?> Dots(IRenderedComponent<BatchNormWidget> widget, int strip) =>
        [.. widget.FindAll(".bn-strip")[strip].QuerySelectorAll("circle").Select(dot => dot.GetAttribute("cx"))];

    private static void Switch(IRenderedComponent<BatchNormWidget> widget, bool training) =>
        widget.Find($"input[type=radio][value={training}]").Change(training.ToString());
}
