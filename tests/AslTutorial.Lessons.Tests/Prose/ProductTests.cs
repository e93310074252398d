using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>What belongs together stays on one line.</summary>
public sealed class ProductTests
{
    [Theory]
    [InlineData("A kernel of 3 × 3 numbers.", "A kernel of 3\u00a0×\u00a03 numbers.")]
    [InlineData("32 × 28 × 28 = 25,088", "32\u00a0×\u00a028\u00a0×\u00a028 = 25,088")]
    [InlineData("每张是 28 × 28 的灰度图。", "每张是 28\u00a0×\u00a028 的灰度图。")]
    [InlineData("**4 × 4** < 5", "<strong>4\u00a0×\u00a04</strong> &lt; 5")]
    public void Html_ProductOfNumbers_DoesNotBreak(string markdown, string expected) => Html(markdown).ShouldBe($"<p>{expected}</p>\n");

    [Theory]
    [InlineData("a × b")]
    [InlineData("2×2")]
    [InlineData("twice × 2")]
    public void Html_AnyOtherTimes_AsWritten(string markdown) => Html(markdown).ShouldBe($"<p>{markdown}</p>\n");

    [Fact]
    public void Html_ProductInCode_AsWritten() => Html("`2 × 2`").ShouldBe("<p><code translate=\"no\">2 × 2</code></p>\n");

    private static string Html(string markdown) => string.Concat(
        LessonFolder.Read($"{LessonFolder.Top}{markdown}\n").Sections.SelectMany(s => s.Blocks).Cast<LessonBlock.Prose>().Select(b => b.Html));
}
