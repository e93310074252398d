using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>Whoever writes a lesson cannot put a script into a page, by intent or by mistake.</summary>
public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("A <b onclick=\"alert(1)\">word</b>.")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<!-- <script> -->")]
    [InlineData("## 2 A <script>alert(1)</script>")]
    public void Html_RawHtml_IsText(string markdown)
    {
        var html = Html(markdown);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<!--");
    }

    [Fact]
    public void Html_AttributeSyntax_IsText() => Html("A word{onclick=alert(1)}.").ShouldBe("<p>A word{onclick=alert(1)}.</p>\n");

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JavaScript:alert(1))")]
    [InlineData("[a](java&#10;script:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](http://example.org/)")]
    [InlineData("[a](//example.org/)")]
    [InlineData("[a](\\\\example.org/)")]
    [InlineData("[a]()")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![a](https://example.org/a.png)")]
    [InlineData("![a](data:image/png;base64,AA)")]
    public void Html_LinkThatMayNotBe_Refused(string markdown)
    {
        var fault = LessonFolder.Refused($"{LessonFolder.Top}{markdown}\n");
        fault.Line.ShouldBe(7);
        fault.Reason.ShouldContain("may not link");
    }

    [Theory]
    [InlineData("[a](#3.2)", "<a href=\"lessons/sample#3.2\">")]
    [InlineData("[a](data)", "<a href=\"data\">")]
    [InlineData("[a](https://example.org/x)", "<a href=\"https://example.org/x\" rel=\"noopener\">")]
    [InlineData("![An arrow](images/arrow.svg)", "<img src=\"images/arrow.svg\" alt=\"An arrow\" />")]
    public void Html_LinkThatMayBe_StaysOnItsPageOrSaysWhereItLeads(string markdown, string html) => Html(markdown).ShouldContain(html);

    [Fact]
    public void Html_Listing_EscapedAndReachableByKeyboard() => Html("```python\nif a < b:\n    pass\n```").ShouldBe(
        "<pre class=\"listing\" translate=\"no\" tabindex=\"0\"><code class=\"language-python\">if a &lt; b:\n    pass\n</code></pre>\n");

    [Fact]
    public void Html_ListingWithForgedLanguage_Escaped() => Html("```\"><script>\nx\n```").ShouldNotContain("<script>");

    [Fact]
    public void Html_Table_ScrollsInItsOwnBox() =>
        Html("| a |\n|---|\n| b |").ShouldStartWith("<div class=\"table-box\" tabindex=\"0\">\n<table>");

    [Fact]
    public void Html_ChineseEmphasisBesidePunctuation_IsEmphasis() =>
        Html("卷积核（**卷积核**）**“滑动”**起来。").ShouldBe("<p>卷积核（<strong>卷积核</strong>）<strong>“滑动”</strong>起来。</p>\n");

    [Fact(Timeout = 20_000)]
    public async Task Html_AbsurdNesting_RefusedInBoundedTime()
    {
        // The limit holds only while the test waits.
        var fault = await Task.Run(
            () => LessonFolder.Refused($"{LessonFolder.Top}{new string('>', 100_000)} x\n"), TestContext.Current.CancellationToken);
        fault.File.ShouldBe("sample/en.md");
    }

    private static string Html(string markdown) => string.Concat(
        LessonFolder.Read($"{LessonFolder.Top}{markdown}\n").Sections.SelectMany(s => s.Blocks).Cast<LessonBlock.Prose>().Select(b => b.Html));
}
