using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

public sealed class AnswerFaultTests
{
    private static readonly AnswerNames Names = new(new Dictionary<string, long> { ["IMG_CHS"] = 1 }, ["frame"], []);

    [Theory]
    [InlineData("'label", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData("label'", GapKind.String, 5, AnswerFaultKeys.UnclosedQuote)]
    [InlineData("'label\"", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData(@"'label\'", GapKind.String, 0, AnswerFaultKeys.UnclosedQuote)]
    [InlineData(@"'\x4'", GapKind.String, 1, AnswerFaultKeys.MalformedEscape)]
    [InlineData(@"'\ud800'", GapKind.String, 1, AnswerFaultKeys.MalformedEscape)]
    [InlineData(@"'\N{BULLET}'", GapKind.String, 1, AnswerFaultKeys.NamedEscape)]
    [InlineData("'a' b", GapKind.String, 4, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("ub'label'", GapKind.String, 2, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("b'label'", GapKind.String, 0, AnswerFaultKeys.Bytes)]
    [InlineData("Rb'label'", GapKind.String, 0, AnswerFaultKeys.Bytes)]
    [InlineData("f'{name}'", GapKind.String, 2, AnswerFaultKeys.FormattedString)]
    [InlineData("fr'a{name}'", GapKind.String, 4, AnswerFaultKeys.FormattedString)]
    [InlineData("'a' * 2", GapKind.String, 0, AnswerFaultKeys.NoNumber)]
    [InlineData("train_df.columns[0]", GapKind.String, 8, AnswerFaultKeys.Dot)]
    [InlineData("'label'.strip()", GapKind.String, 7, AnswerFaultKeys.Dot)]
    [InlineData("columns[0]", GapKind.String, 7, AnswerFaultKeys.Subscript)]
    [InlineData("'label'[:]", GapKind.String, 7, AnswerFaultKeys.Subscript)]
    [InlineData("['label']", GapKind.String, 0, AnswerFaultKeys.List)]
    [InlineData("{'label'}", GapKind.String, 0, AnswerFaultKeys.Braces)]
    [InlineData("str('label')", GapKind.String, 3, AnswerFaultKeys.Call)]
    [InlineData("'label'; 1", GapKind.String, 7, AnswerFaultKeys.Semicolon)]
    [InlineData("name := 'label'", GapKind.String, 5, AnswerFaultKeys.Assignment)]
    [InlineData("pixel 1", GapKind.String, 6, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("pixels.pop('label')", GapKind.String, 6, AnswerFaultKeys.Dot)]
    [InlineData("label = 'label'", GapKind.String, 0, AnswerFaultKeys.KeywordNotHere)]
    [InlineData("('label'", GapKind.String, 0, AnswerFaultKeys.UnclosedParenthesis)]
    [InlineData("'label')", GapKind.String, 7, AnswerFaultKeys.ExtraParenthesis)]
    [InlineData("1, 28, 28", GapKind.Integer, 1, AnswerFaultKeys.SeveralValues)]
    [InlineData("28,", GapKind.Integer, 2, AnswerFaultKeys.SeveralValues)]
    [InlineData("28 +", GapKind.Integer, 4, AnswerFaultKeys.UnexpectedEnd)]
    [InlineData("* 28", GapKind.Integer, 0, AnswerFaultKeys.Unpacking)]
    [InlineData("*[28]", GapKind.Integer, 0, AnswerFaultKeys.Unpacking)]
    [InlineData("// 28", GapKind.Integer, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("()", GapKind.Integer, 1, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("28 / 0", GapKind.Integer, 5, AnswerFaultKeys.DivisionByZero)]
    [InlineData("2 ** 3", GapKind.Integer, 2, AnswerFaultKeys.Operator)]
    [InlineData("57 % 29", GapKind.Integer, 3, AnswerFaultKeys.Operator)]
    [InlineData("7 << 2", GapKind.Integer, 2, AnswerFaultKeys.Operator)]
    [InlineData("~0", GapKind.Integer, 0, AnswerFaultKeys.Operator)]
    [InlineData("28 if True else 1", GapKind.Integer, 3, AnswerFaultKeys.Conditional)]
    [InlineData("0 or 28", GapKind.Integer, 2, AnswerFaultKeys.Logical)]
    [InlineData("int(28)", GapKind.Integer, 3, AnswerFaultKeys.Call)]
    [InlineData("bool()", GapKind.Integer, 4, AnswerFaultKeys.Call)]
    [InlineData("[28]", GapKind.Integer, 0, AnswerFaultKeys.List)]
    [InlineData("28 # side", GapKind.Integer, 3, AnswerFaultKeys.Comment)]
    [InlineData("🖐", GapKind.Integer, 0, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("28px", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("2__8", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("28_", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("0x", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("0b2", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("1.2.3", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("1e", GapKind.Integer, 0, AnswerFaultKeys.MalformedNumber)]
    [InlineData("28j", GapKind.Integer, 0, AnswerFaultKeys.Imaginary)]
    [InlineData("028", GapKind.Integer, 0, AnswerFaultKeys.LeadingZeros)]
    [InlineData("9223372036854775808", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("9999999999 * 9999999999", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("1e999", GapKind.Integer, 0, AnswerFaultKeys.NumberTooLarge)]
    [InlineData("28 // 0", GapKind.Integer, 6, AnswerFaultKeys.DivisionByZero)]
    [InlineData("28 // (IMG_CHS - 1)", GapKind.Integer, 6, AnswerFaultKeys.DivisionByZero)]
    [InlineData("width + 1", GapKind.Integer, 0, AnswerFaultKeys.UnknownName)]
    [InlineData("frame + 1", GapKind.Integer, 0, AnswerFaultKeys.NoNumber)]
    [InlineData("len + 1", GapKind.Integer, 0, AnswerFaultKeys.NoNumber)]
    [InlineData("-'1'", GapKind.Integer, 1, AnswerFaultKeys.NoNumber)]
    [InlineData("not frame", GapKind.Boolean, 4, AnswerFaultKeys.NoTruth)]
    [InlineData("not width", GapKind.Boolean, 4, AnswerFaultKeys.UnknownName)]
    [InlineData("Val{id}", GapKind.Text, 3, AnswerFaultKeys.TextSign)]
    [InlineData("'Val\"id'", GapKind.Text, 4, AnswerFaultKeys.TextSign)]
    [InlineData("Valid\\n", GapKind.Text, 5, AnswerFaultKeys.TextSign)]
    [InlineData("Va\u200blid", GapKind.Text, 2, AnswerFaultKeys.InvisibleCharacter)]
    [InlineData("eval()", GapKind.Name, 4, AnswerFaultKeys.Call)]
    [InlineData("model.eval()", GapKind.Name, 5, AnswerFaultKeys.Dot)]
    [InlineData("def", GapKind.Name, 0, AnswerFaultKeys.Keyword)]
    [InlineData("def validate", GapKind.Name, 0, AnswerFaultKeys.Keyword)]
    [InlineData("__import__('os').system('ls')", GapKind.Name, 10, AnswerFaultKeys.Call)]
    [InlineData("lambda: 0", GapKind.Argument, 0, AnswerFaultKeys.Lambda)]
    [InlineData("shuffle==True", GapKind.Argument, 7, AnswerFaultKeys.Comparison)]
    [InlineData("shuffle is True", GapKind.Argument, 8, AnswerFaultKeys.Comparison)]
    [InlineData("shuffle=1 > 0", GapKind.Argument, 10, AnswerFaultKeys.Comparison)]
    [InlineData("shuffle=True and True", GapKind.Argument, 13, AnswerFaultKeys.Logical)]
    [InlineData("**{'shuffle': True}", GapKind.Argument, 0, AnswerFaultKeys.Unpacking)]
    [InlineData("sampler=RandomSampler(train_data)", GapKind.Argument, 21, AnswerFaultKeys.Call)]
    [InlineData("shuffle=", GapKind.Argument, 8, AnswerFaultKeys.UnexpectedEnd)]
    [InlineData("=True", GapKind.Argument, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("True=1", GapKind.Argument, 0, AnswerFaultKeys.UnexpectedPart)]
    [InlineData("shuffle:True", GapKind.Boolean, 7, AnswerFaultKeys.UnsupportedCharacter)]
    [InlineData("1:True", GapKind.Argument, 1, AnswerFaultKeys.UnsupportedCharacter)]
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
    [InlineData("28 // 0", "除数是零。Python 会抛出 ZeroDivisionError。", "This divides by zero. Python raises a ZeroDivisionError.")]
    [InlineData("wide + 1", "没有叫 wide 的东西可以参与计算。Python 会说：NameError: name 'wide' is not defined。", "There is nothing called wide to calculate with. Python says: NameError: name 'wide' is not defined.")]
    [InlineData("{0}", "花括号表示字典或集合。请直接写值，不要写 {。", "Braces make a dictionary or a set. Write the value itself, without {.")]
    public void Text_BothLanguages_NamesThePart(string text, string chinese, string english)
    {
        var fault = AnswerReader.Read(text, GapKind.Integer, Names).Fault.ShouldNotBeNull();
        fault.Text("zh-CN").ShouldBe(chinese);
        fault.Text("en").ShouldBe(english);
    }
}
