using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

/// <summary>Answers that go on after an array's name, and answers that are phrases an exercise knows as a whole.</summary>
public sealed class OperationTests
{
    private static readonly AnswerNames Names = new(new Dictionary<string, long> { ["scale"] = 255 }, ["x_train", "x_train.max()", "nn.Softmax(dim=1)"], []);

    [Theory]
    [InlineData("/ 255", "/", "/ 255")]
    [InlineData("/255.", "/", "/ 255.0")]
    [InlineData("//255", "//", "// 255")]
    [InlineData("** 2", "**", "** 2")]
    [InlineData("- 127.5", "-", "- 127.5")]
    [InlineData("/ (255 * 255)", "/", "/ (255 * 255)")]
    [InlineData("／ 255", "/", "/ 255")]
    [InlineData("/ scale", "/", "/ scale")]
    [InlineData("/ x_train.max()", "/", "/ x_train.max()")]
    [InlineData("/x_train . max( )", "/", "/ x_train.max()")]
    public void Read_Operation_OperatorIsTheKeyword(string text, string keyword, string source)
    {
        var reading = AnswerReader.Read(text, GapKind.Operation, Names);

        reading.Fault.ShouldBeNull();
        reading.Keyword.ShouldBe(keyword);
        reading.Source.ShouldBe(source);
    }

    [Fact]
    public void Read_OperationInParentheses_IsWorkedOut() =>
        AnswerReader.Read("/ (255 * 255)", GapKind.Operation, Names).Value.ShouldBe(new AnswerValue.Integer(65_025));

    [Theory]
    [InlineData("255", AnswerFaultKeys.NoOperator)]
    [InlineData("x_train / 255", AnswerFaultKeys.NoOperator)]
    [InlineData("/ 255 / 255", AnswerFaultKeys.OneOperation)]
    [InlineData("/ 255 - 0.5", AnswerFaultKeys.OneOperation)]
    [InlineData("/", AnswerFaultKeys.UnexpectedEnd)]
    [InlineData("/= 255", AnswerFaultKeys.UnexpectedPart)]
    [InlineData("/ x_train.min()", AnswerFaultKeys.Dot)]
    [InlineData("/ (255", AnswerFaultKeys.UnclosedParenthesis)]
    public void Read_NoOperation_SaysWhy(string text, string key) =>
        AnswerReader.Read(text, GapKind.Operation, Names).Fault.ShouldNotBeNull().Key.ShouldBe(key);

    [Theory]
    [InlineData("nn.Softmax(dim=1)")]
    [InlineData(" nn.Softmax( dim = 1 ) ")]
    [InlineData("nn．Softmax（dim＝1）")]
    public void Read_Phrase_IsOneName(string text) =>
        AnswerReader.Read(text, GapKind.Name, Names).Value.ShouldBe(new AnswerValue.Name("nn.Softmax(dim=1)"));

    [Theory]
    [InlineData("nn.Softmax(dim=2)")]
    [InlineData("nn.Softmax(dim=1) + 1")]
    public void Read_OtherThanThePhrase_IsRefused(string text) =>
        AnswerReader.Read(text, GapKind.Name, Names).Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.Dot);
}
