using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>Marks beside text that has no spaces are read, and what stays unread is a fault with its line.</summary>
public sealed class ChineseMarksTests
{
    private const string N = "<math translate=\"no\"><mi>n</mi></math>";

    [Theory]
    [InlineData("边长为$n$的输入", $"边长为{N}的输入")]
    [InlineData("$n$是边长", $"{N}是边长")]
    [InlineData("边长是$n$。", $"边长是{N}。")]
    [InlineData("边长（$n$）、“$n$”，$n$：", $"边长（{N}）、“{N}”，{N}：")]
    [InlineData("**边长$n$**很大", $"<strong>边长{N}</strong>很大")]
    [InlineData("side $n$, or ($n$)", $"side {N}, or ({N})")]
    [InlineData("一个\\$n 和 \\$n", "一个$n 和 $n")]
    [InlineData("a `$n$` b", "a <code translate=\"no\">$n$</code> b")]
    public void Formula_BesideAnything_IsRead(string markdown, string html) => Html(markdown).ShouldBe($"<p>{html}</p>\n");

    [Theory]
    [InlineData("**重点**，**“重点”**，*重点*。", "<strong>重点</strong>，<strong>“重点”</strong>，<em>重点</em>。")]
    [InlineData("这是**重点（卷积）**的意思", "这是<strong>重点（卷积）</strong>的意思")]
    [InlineData("两个\\*\\*星号", "两个**星号")]
    [InlineData("a * b 与 train_loader", "a * b 与 train_loader")]
    public void Emphasis_BesideFullWidthPunctuation_IsRead(string markdown, string html) => Html(markdown).ShouldBe($"<p>{html}</p>\n");

    [Theory]
    [InlineData("价格是$5。", "belongs to no formula")]
    [InlineData("the side$n$ of it", "belongs to no formula")]
    [InlineData("the $n$th", "belongs to no formula")]
    [InlineData("边长为$n的输入", "belongs to no formula")]
    [InlineData("边长为$$n$的输入", "belongs to no formula")]
    [InlineData("这是** 重点 **吗", "'**' here marks no emphasis")]
    [InlineData("这是**重点", "'**' here marks no emphasis")]
    [InlineData("这是*重点", "'*' here marks no emphasis")]
    [InlineData("这是_重点_吗", "'_' here marks no emphasis")]
    [InlineData("##3.1 标题", "begins no heading and no list")]
    [InlineData("#标题", "begins no heading and no list")]
    [InlineData("-项目", "begins no heading and no list")]
    [InlineData("1.项目", "begins no heading and no list")]
    [InlineData("上一行\n-项目", "begins no heading and no list")]
    public void Mark_LeftUnread_IsAFaultWithItsLine(string markdown, string reason)
    {
        var fault = LessonFolder.Refused($"{LessonFolder.Top}{markdown}\n");
        fault.Line.ShouldBe(7 + markdown.Count(c => c == '\n'));
        fault.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Bar_EscapedInTheCodeOfATable_LosesItsBackslash()
    {
        Html("| a |\n|---|\n| 用`x \\| y`和 **`|=`**".Replace("`|=`", "`\\|=`", StringComparison.Ordinal) + " |").ShouldContain("用<code translate=\"no\">x | y</code>和 <strong><code translate=\"no\">|=</code></strong>");
        Html("外面 `x \\| y`").ShouldContain("x \\| y");
    }

    private static string Html(string markdown) => string.Concat(
        LessonFolder.Read($"{LessonFolder.Top}{markdown}\n").Sections.SelectMany(s => s.Blocks).Cast<LessonBlock.Prose>().Select(b => b.Html));
}
