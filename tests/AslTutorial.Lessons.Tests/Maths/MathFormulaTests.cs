using AslTutorial.Lessons.Maths;

namespace AslTutorial.Lessons.Tests.Maths;

public sealed class MathFormulaTests
{
    [Theory]
    [InlineData("n = 28", "<mrow><mi>n</mi><mo>=</mo><mn>28</mn></mrow>")]
    [InlineData("a - 1", "<mrow><mi>a</mi><mo>−</mo><mn>1</mn></mrow>")]
    [InlineData("\\mu_c", "<msub><mi>μ</mi><mi>c</mi></msub>")]
    [InlineData("\\sigma_c^2", "<msubsup><mi>σ</mi><mi>c</mi><mn>2</mn></msubsup>")]
    [InlineData("x^{n+1}", "<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>")]
    [InlineData("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData("\\sqrt{2}", "<msqrt><mn>2</mn></msqrt>")]
    [InlineData("\\hat{x}", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData("75 \\times 3", "<mrow><mn>75</mn><mo>×</mo><mn>3</mn></mrow>")]
    [InlineData("\\left( x \\right)", "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\">)</mo></mrow>")]
    [InlineData("\\left\\lfloor x \\right\\rfloor", "<mrow><mo fence=\"true\" stretchy=\"true\">⌊</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\">⌋</mo></mrow>")]
    [InlineData("\\text{if } x < 1", "<mrow><mtext>if </mtext><mi>x</mi><mo>&lt;</mo><mn>1</mn></mrow>")]
    [InlineData("a, \\qquad b", "<mrow><mi>a</mi><mo>,</mo><mspace width=\"2em\"></mspace><mi>b</mi></mrow>")]
    public void TryWrite_Formula_MathMl(string latex, string expected)
    {
        MathFormula.TryWrite(latex, isBlock: false, out var mathMl).ShouldBeNull();
        mathMl.ShouldBe($"<math>{expected}</math>");
    }

    [Theory]
    [InlineData("\\alert{x}", "\\alert is unknown")]
    [InlineData("{x", "not closed")]
    [InlineData("x}", "closes nothing")]
    [InlineData("\\left( x", "no \\right")]
    [InlineData("x \\right)", "no \\left")]
    [InlineData("\\left x", "needs a bracket")]
    [InlineData("x^", "nothing behind it")]
    [InlineData("\\frac{a}", "nothing behind it")]
    [InlineData("x_1_2", "two subscripts")]
    [InlineData("^2", "wrong place")]
    [InlineData("\\text x", "needs braces")]
    [InlineData("\\", "backslash")]
    public void TryWrite_WhatCannotBeRead_SaysWhat(string latex, string reason)
    {
        MathFormula.TryWrite(latex, isBlock: false, out var mathMl).ShouldNotBeNull().ShouldContain(reason);
        mathMl.ShouldBeEmpty();
    }

    [Fact]
    public void TryWrite_Markup_IsText()
    {
        MathFormula.TryWrite("\\text{<script>alert(1)</script>} <b>", isBlock: true, out var mathMl).ShouldBeNull();
        mathMl.ShouldNotContain("<script");
        mathMl.ShouldNotContain("<b>");
        mathMl.ShouldStartWith("<math display=\"block\">");
    }

    [Theory]
    [InlineData("{", 1000)]
    [InlineData("\\hat", 450)]
    [InlineData("\\left(", 300)]
    [InlineData("x^{", 600)]
    [InlineData("x", 2001)]
    public void TryWrite_Absurd_Refused(string piece, int times) =>
        MathFormula.TryWrite(string.Concat(Enumerable.Repeat(piece, times)), isBlock: false, out _).ShouldNotBeNull();
}
