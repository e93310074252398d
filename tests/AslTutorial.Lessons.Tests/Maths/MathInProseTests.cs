using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Maths;

public sealed class MathInProseTests
{
    [Fact]
    public void Prose_FormulaInALine_MathMl() => Html("The mean $\\mu_c$ of it.").ShouldBe(
        "<p>The mean <math translate=\"no\"><msub><mi>μ</mi><mi>c</mi></msub></math> of it.</p>\n");

    [Fact]
    public void Prose_FormulaOnItsOwn_ScrollsInItsOwnBox() => Html("$$\nx = 1\n$$").ShouldBe(
        "<div class=\"math-box\" translate=\"no\" tabindex=\"0\"><math display=\"block\"><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow></math></div>\n");

    [Theory]
    [InlineData("Words.\n\nA $\\what$ of it.", 9)]
    [InlineData("Words.\n\n$$\n\\what\n$$", 9)]
    public void Prose_UnknownCommand_FaultWithItsLine(string markdown, int line)
    {
        var fault = LessonFolder.Refused(LessonFolder.Top + markdown);
        fault.Line.ShouldBe(line);
        fault.Reason.ShouldContain("\\what is unknown");
    }

    private static string Html(string markdown) =>
        LessonFolder.Read(LessonFolder.Top + markdown).Sections[0].Blocks.ShouldHaveSingleItem().ShouldBeOfType<LessonBlock.Prose>().Html;
}
