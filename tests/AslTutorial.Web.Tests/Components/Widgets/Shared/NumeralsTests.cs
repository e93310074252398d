using AslTutorial.Web.Components.Widgets.Shared;

namespace AslTutorial.Web.Tests.Components.Widgets.Shared;

/// <summary>tests/js/widgets.test.mjs holds the script to the same.</summary>
public sealed class NumeralsTests
{
    [Theory]
    [InlineData(72, "72")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(8.2, "8.2")]
    [InlineData(-0.00001, "0")]
    [InlineData(0.12345, "0.1235")]
    public void Short_FourDecimals_HasNoTrailingZeros(double value, string text) => Numerals.Short(value, 4).ShouldBe(text);

    [Theory]
    [InlineData(3, "3.00")]
    [InlineData(-0.001, "0.00")]
    [InlineData(-1.456, "−1.46")]
    public void Fixed_TwoDecimals_KeepsThem(double value, string text) => Numerals.Fixed(value).ShouldBe(text);
}
