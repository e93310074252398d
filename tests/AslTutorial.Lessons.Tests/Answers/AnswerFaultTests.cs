using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

public sealed class AnswerFaultTests
{
    private static readonly AnswerNames Names = new(new Dictionary<string, long> { ["IMG_CHS"] = 1 }, ["frame"]);

    [Theory]
    [InlineData("'label", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData("label'", GapKind.String, 5, AnswerFaultKeys.UnclosedQuote)]
    [InlineData("'label\"", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData(@"'label\'", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData(@"'\x4'", GapKind.String, 1, AnswerFaultKeys.MalformedEscape)]
    [InlineData(@"'\ud800'", GapKind.String, 1, AnswerFaultKeys.MalformedEscape)]
    [InlineData(@"'\N{BULLET}'", GapKind.String, 1, AnswerFaultKeys.MalformedEscape)]
    [InlineData("'a' 'b'", GapKind.String, 4, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("f'label'", GapKind.String, 1, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("'la' + 'bel'", GapKind.String, 0, AnswerFaultKeys.NoWholeNumber)]
    [InlineData("pixel 1", GapKind.String, 6, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("pixels.pop('label')", GapKind.String, 6, AnswerFaultKeys.Dot)]
    [InlineData("label = 'label'", GapKind.String, 0, AnswerFaultKeys.KeywordNotHere)]
    [InlineData("('label'", GapKind.String, 0, AnswerFaultKeys.UnclosedParenthesis)]
    [InlineData("'label')", GapKind.String, 7, AnswerFaultKeys.ExtraParenthesis)]
    [InlineData("1, 28, 28", GapKind.Integer, 1, AnswerFaultKeys.SeveralValues)]
    [InlineData("28,", GapKind.Integer, 2, AnswerFaultKeys.SeveralValues)]
    [InlineData("28 +", GapKind.Integer, 4, AnswerFaultKeys.UnexpectedEnd)]
    [InlineData("* 28", GapKind.Integer, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("()", GapKind.Integer, 1, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("28 / 28", GapKind.Integer, 3, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("2 ** 3", GapKind.Integer, 2, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("[28]", GapKind.Integer, 0, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("28 # side", GapKind.Integer, 3, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("🖐", GapKind.Integer, 0, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("28px", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("2__8", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("28_", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("0x", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("0b2", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("1.2.3", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("1e", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("28j", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("028", GapKind.Integer, 0, AnswerFaultKeys.LeadingZeros)]
    [InlineData("9223372036854775808", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("9999999999 * 9999999999", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("1e999", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("28 // 0", GapKind.Integer, 6, AnswerFaultKeys.DivisionByZero)]
    [InlineData("28 // (IMG_CHS - 1)", GapKind.Integer, 6, AnswerFaultKeys.DivisionByZero)]
    [InlineData("width + 1", GapKind.Integer, 0, AnswerFaultKeys.UnknownName)]
    [InlineData("frame + 1", GapKind.Integer, 0, AnswerFaultKeys.NoWholeNumber)]
    [InlineData("28.0 + 1", GapKind.Integer, 0, AnswerFaultKeys.NoWholeNumber)]
    [InlineData("True + 1", GapKind.Integer, 0, AnswerFaultKeys.NoWholeNumber)]
    [InlineData("-'1'", GapKind.Integer, 1, AnswerFaultKeys.NoWholeNumber)]
    [InlineData("eval()", GapKind.Name, 4, AnswerFaultKeys.Call)]
    [InlineData("model.eval()", GapKind.Name, 5, AnswerFaultKeys.Dot)]
    [InlineData("def", GapKind.Name, 0, AnswerFaultKeys.Keyword)]
    [InlineData("def validate", GapKind.Name, 0, AnswerFaultKeys.Keyword)]
    [InlineData("__import__('os').system('ls')", GapKind.Name, 10, AnswerFaultKeys.Call)]
    [InlineData("lambda: 0", GapKind.Argument, 0, AnswerFaultKeys.Keyword)]
    [InlineData("shuffle==True", GapKind.Argument, 7, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("shuffle=", GapKind.Argument, 8, AnswerFaultKeys.UnexpectedEnd)]
    [InlineData("=True", GapKind.Argument, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("True=1", GapKind.Argument, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("shuffle:True", GapKind.Argument, 7, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("DataLoader(train_data, shuffle=True)", GapKind.Argument, 10, AnswerFaultKeys.Call)]
    [InlineData("  'label", GapKind.String, 2, AnswerFaultKeys.UnclosedQuote)]
    [InlineData("'la\u202Ebel'", GapKind.String, 3, AnswerFaultKeys.InvisibleCharacter)]
    [InlineData("label\u200B", GapKind.Name, 5, AnswerFaultKeys.InvisibleCharacter)]
    [InlineData("'a\nb'", GapKind.String, 2, AnswerFaultKeys.InvisibleCharacter)]
    public void Read_NoValue_FaultAtItsPlace(string text, GapKind kind, int position, string key)
    {
        var reading = AnswerReader.Read(text, kind, Names);
        var fault = reading.Fault.ShouldNotBeNull();
        fault.Key.ShouldBe(key);
        fault.Position.ShouldBe(position);
        reading.IsValue.ShouldBeFalse();
        reading.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Read_LoneSurrogates_Invisible()
    {
        foreach (var text in new[] { "'\ud800'", "\udc00\ud800", "a\ud800" })
        {
            AnswerReader.Read(text, GapKind.String, Names).Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.InvisibleCharacter);
        }
    }

    [Fact]
    public void Read_SeveralArguments_PythonsOrder()
    {
        Key("a=1, 2").ShouldBe(AnswerFaultKeys.PositionalAfterKeyword);
        Key("a=1, a=2").ShouldBe(AnswerFaultKeys.RepeatedKeyword);
        AnswerReader.Read("1, a=2", GapKind.Argument, Names, maxArguments: 3).IsValue.ShouldBeTrue();

        static string Key(string text) => AnswerReader.Read(text, GapKind.Argument, Names, maxArguments: 3).Fault.ShouldNotBeNull().Key;
    }

    [Fact]
    public void Read_LengthAndDepth_ToTheLimitAndNoFurther()
    {
        Read(Quoted(AnswerLimits.MaxLength)).IsValue.ShouldBeTrue();
        Read(new string(' ', 5000) + Quoted(AnswerLimits.MaxLength)).IsValue.ShouldBeTrue();
        Read(Quoted(AnswerLimits.MaxLength + 1)).Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.TooLong);
        Read(Nested(AnswerLimits.MaxDepth)).Value.ShouldBe(new AnswerValue.Integer(1));
        Read(Nested(AnswerLimits.MaxDepth + 1)).Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.TooDeep);

        static string Quoted(int length) => $"'{new string('a', length - 2)}'";
        static string Nested(int depth) => $"{new string('(', depth)}1{new string(')', depth)}";
        static AnswerReading Read(string text) => AnswerReader.Read(text, GapKind.String, Names);
    }

    [Theory]
    [InlineData("28 // 0", "除数是零。Python 会说：ZeroDivisionError: integer division or modulo by zero。", "This divides by zero. Python says: ZeroDivisionError: integer division or modulo by zero.")]
    [InlineData("wide + 1", "没有叫 wide 的东西可以参与计算。Python 会说：NameError: name 'wide' is not defined。", "There is nothing called wide to calculate with. Python says: NameError: name 'wide' is not defined.")]
    [InlineData("{0}", "这里的答案用不到 {。字符串、数、名字、+ - * // 和括号就够了。", "{ is not used in these answers. Strings, numbers, names, + - * // and parentheses are enough.")]
    public void Text_BothLanguages_NamesThePart(string text, string chinese, string english)
    {
        var fault = AnswerReader.Read(text, GapKind.Integer, Names).Fault.ShouldNotBeNull();
        fault.Text("zh-CN").ShouldBe(chinese);
        fault.Text("en").ShouldBe(english);
    }
}
