using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Figures;

public sealed class SvgFigureTests
{
    private const string Words = """
        figures:
          - id: net
            alt: { zh-CN: 网络, en: A <net> & more }
            description: { zh-CN: 三层, en: Three layers }
            steps: 2
            texts:
              input: { zh-CN: 输入, en: input }
        """;

    private const string Drawing = """
        <title id="fig-net-title" data-text="alt">?</title><desc id="fig-net-desc" data-text="description">?</desc>
        <text data-text="input">?</text><g data-step="1" display="none"><rect width="1"/></g><g data-step="2"/><g data-step="2"/>
        """;

    [Fact]
    public void Figure_WordsOfTheLanguage_PutInAndEscaped()
    {
        var figure = Read(Svg(Drawing));
        figure.AltText.ShouldBe("A <net> & more");
        figure.Steps.ShouldBe(2);
        (figure.Wide.Width, figure.Wide.Height).ShouldBe((720, 290.5));
        figure.CaptionHtml.ShouldBe("<p>The net.</p>\n");
        figure.Wide.Svg.ShouldContain("<title id=\"fig-net-title\" data-text=\"alt\">A &lt;net&gt; &amp; more</title>");
        figure.Wide.Svg.ShouldContain("<text data-text=\"input\">input</text>");
        figure.Wide.Svg.ShouldContain("role=\"img\"");
        figure.Narrow.Svg.ShouldContain("id=\"fig-net-narrow-title\"");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script> may not stand")]
    [InlineData("<style>*{}</style>", "<style> may not stand")]
    [InlineData("<foreignObject/>", "<foreignObject> may not stand")]
    [InlineData("<image/>", "<image> may not stand")]
    [InlineData("<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "may not stand")]
    [InlineData("<g onclick=\"alert(1)\"/>", "event attribute 'onclick'")]
    [InlineData("<g ONLOAD=\"alert(1)\"/>", "event attribute 'ONLOAD'")]
    [InlineData("<g style=\"fill:red\"/>", "attribute 'style'")]
    [InlineData("<g href=\"#a\"/>", "attribute 'href'")]
    [InlineData("<g xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"https://a\"/>", "may not stand")]
    [InlineData("<g fill=\"url(https://example.org/a#b)\"/>", "outside the figure")]
    [InlineData("<g cursor=\"url(#fig-net-a), url(https://example.org/c.png), auto\"/>", "outside the figure")]
    [InlineData("<g cursor=\"url(#fig-net-a), URL('//example.org/c.png'), auto\"/>", "outside the figure")]
    [InlineData("<g cursor=\"-webkit-image-set('https://example.org/c.png' 1x), auto\"/>", "outside the figure")]
    [InlineData("<g fill=\"u\\72l(https://example.org/a)\"/>", "may not have a \\")]
    [InlineData("<desc><g/></desc>", "<desc> holds words alone")]
    [InlineData("<g id=\"other\"/>", "begin with 'fig-net-'")]
    [InlineData("<text data-text=\"nowhere\"/>", "'nowhere' has no text")]
    [InlineData("<g data-step=\"3\"/>", "has 3 steps")]
    [InlineData("<g>", "g")]
    public void Figure_WhatMayNotBe_Refused(string part, string reason)
    {
        var fault = Should.Throw<LessonContentException>(() => Read(Svg(Drawing + part)));
        fault.File.ShouldBe("figures/sample/net.svg");
        fault.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!-- </noscript><img src=x onerror=alert(1)> -->")]
    [InlineData("<?a ><img src=x onerror=alert(1)>?>")]
    [InlineData("<text><![CDATA[<img src=x onerror=alert(1)>]]></text>")]
    [InlineData("<desc><![CDATA[</desc></svg><img src=x onerror=alert(1)>]]></desc>")]
    public void Figure_WhatHtmlReadsInAnotherWay_TextOrGone(string part)
    {
        var svg = Read(Svg(Drawing + part)).Wide.Svg;
        svg.ShouldNotContain("<img");
        svg.ShouldNotContain("<!");
        svg.ShouldNotContain("<?");
        svg.ShouldNotContain("</noscript");
    }

    [Theory]
    [InlineData("<g fill=\"url(#fig-net-a) none\" cursor=\"url(#fig-net-b), url(#fig-net-c)\" />")]
    [InlineData("<text font-family=\"var(--font-figure, 'Noto Sans SC')\" transform=\"translate(1 2)\">&lt;a&gt;</text>")]
    public void Figure_WhatStaysInside_Shown(string part) => Read(Svg(Drawing + part)).Wide.Svg.ShouldContain(part);

    [Fact]
    public void Figure_EntityTricks_Refused() => Should.Throw<LessonContentException>(() => Read(
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + Svg(Drawing + "<text>&b;</text>"))).Reason.ShouldContain("DTD");

    [Fact]
    public void Figure_NestedWithoutEnd_Refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 10_000)) + string.Concat(Enumerable.Repeat("</g>", 10_000));
        Should.Throw<LessonContentException>(() => Read(Svg(deep + Drawing))).Reason.ShouldContain("nested too deeply");
    }

    [Fact]
    public void Figure_WithoutTextAlternative_Refused() =>
        Should.Throw<LessonContentException>(() => Read(Svg("<text data-text=\"input\"/>"))).Reason.ShouldContain("text alternative");

    [Theory]
    [InlineData("")]
    [InlineData("viewBox=\"0 0 720\"")]
    [InlineData("viewBox=\"0 0 720 0\"")]
    [InlineData("viewBox=\"0 0 720 wide\"")]
    [InlineData("viewBox=\"0 0 720 NaN\"")]
    public void Figure_WhoseRoomNobodyKnows_Refused(string box) => Should.Throw<LessonContentException>(() => Read(
        Svg(Drawing).Replace("viewBox=\"0 0 720 290.5\"", box, StringComparison.Ordinal))).Reason.ShouldContain("needs a viewBox");

    private static string Svg(string drawing) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 290.5\">\n{drawing}</svg>";

    private static LessonFigure Read(string wide)
    {
        using var folder = new LessonFolder($"{LessonFolder.Top}::: figure net\nThe net.\n:::\n");
        folder.Write("figures.yml", Words);
        folder.WriteFigure("net.svg", wide);
        folder.WriteFigure("net-narrow.svg", Svg(Drawing).Replace("fig-net-", "fig-net-narrow-", StringComparison.Ordinal));
        return new LessonLibrary(folder.Root, folder.WebRoot).Find(LessonFolder.Slug, "en").ShouldNotBeNull()
            .Sections[0].Blocks.ShouldHaveSingleItem().ShouldBeOfType<LessonBlock.Picture>().Figure;
    }
}
