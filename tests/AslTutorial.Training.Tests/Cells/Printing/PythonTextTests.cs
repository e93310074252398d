using AslTutorial.Training.Cells.Printing;

namespace AslTutorial.Training.Tests.Cells.Printing;

public sealed class PythonTextTests
{
    // Each right side was printed by Python 3.11.
    [Theory]
    [InlineData("label", "'label'")]
    [InlineData("", "''")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("'\"", @"'\'""'")]
    [InlineData("a\\b\n\t\r", @"'a\\b\n\t\r'")]
    [InlineData("\u0007\u007f\u00a0\u00e9", @"'\x07\x7f\xa0é'")]
    [InlineData("标签\u200b\u2028", @"'标签\u200b\u2028'")]
    [InlineData("😀\U000E0001", @"'😀\U000e0001'")]
    public void Repr_Text_IsWhatPythonPrints(string text, string repr) => PythonText.Repr(text).ShouldBe(repr);

    [Fact]
    public void Tuple_AnyLength_IsWhatPythonPrints()
    {
        PythonText.Shape([5, 784]).ShouldBe("(5, 784)");
        PythonText.Shape([5]).ShouldBe("(5,)");
        PythonText.Shape([]).ShouldBe("()");
        PythonText.List("1", "2").ShouldBe("[1, 2]");
        PythonText.Repr(true).ShouldBe("True");
    }
}
