using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Tests.Answers;

public sealed class AnswerReaderTests
{
    private static readonly AnswerNames Names = new(
        new Dictionary<string, long> { ["IMG_CHS"] = 1, ["IMG_WIDTH"] = 28, ["IMG_HEIGHT"] = 28 }, ["frame"], []);

    [Theory]
    [InlineData("'label'", "'label'")]
    [InlineData("\"label\"", "'label'")]
    [InlineData("  'label'\t", "'label'")]
    [InlineData("\n'label'\n", "'label'")]
    [InlineData("('label')", "'label'")]
    [InlineData("((( 'label' )))", "'label'")]
    [InlineData(@"'lab\x65l'", "'label'")]
    [InlineData(@"'\154\141bel'", "'label'")]
    [InlineData(@"'\u006Cabel'", "'label'")]
    [InlineData("''", "''")]
    [InlineData("\"it's\"", "\"it's\"")]
    [InlineData(@"'it\'s'", "\"it's\"")]
    [InlineData(@"'it\'s ""it""'", @"'it\'s ""it""'")]
    [InlineData(@"'a\nb\t\\'", @"'a\nb\t\\'")]
    [InlineData(@"'\q'", @"'\\q'")]
    [InlineData(@"'\0'", @"'\x00'")]
    [InlineData("'标签'", "'标签'")]
    [InlineData("'✋🏽'", "'✋🏽'")]
    [InlineData("'# no comment'", "'# no comment'")]
    [InlineData("'{0}'", "'{0}'")]
    [InlineData("r'label'", "'label'")]
    [InlineData(@"R'\n'", @"'\\n'")]
    [InlineData("u'label'", "'label'")]
    [InlineData("f'label'", "'label'")]
    [InlineData("'''it's'''", "\"it's\"")]
    [InlineData("''''''", "''")]
    [InlineData("'la' \"bel\"", "'label'")]
    public void Read_StringLiteral_Value(string text, string source)
    {
        var reading = AnswerReader.Read(text, GapKind.String, Names);
        reading.Value.ShouldBeOfType<AnswerValue.String>().Repr.ShouldBe(source);
        reading.Source.ShouldBe(source);
        reading.Keyword.ShouldBeNull();
        reading.ReadAs.ShouldBeNull();
    }

    [Theory]
    [InlineData("1", 1, "1")]
    [InlineData(" 28 ", 28, "28")]
    [InlineData("-1", -1, "-1")]
    [InlineData("--1", 1, "--1")]
    [InlineData("+1", 1, "+1")]
    [InlineData("-+1", -1, "-+1")]
    [InlineData("True + 1", 2, "True + 1")]
    [InlineData("-True", -1, "-True")]
    [InlineData("0", 0, "0")]
    [InlineData("000", 0, "0")]
    [InlineData("1_000", 1000, "1000")]
    [InlineData("0x1c", 28, "28")]
    [InlineData("0X_1C", 28, "28")]
    [InlineData("0o34", 28, "28")]
    [InlineData("0b1_1100", 28, "28")]
    [InlineData("28 // 28", 1, "28 // 28")]
    [InlineData("28//28", 1, "28 // 28")]
    [InlineData("-7 // 2", -4, "-7 // 2")]
    [InlineData("7 // -2", -4, "7 // -2")]
    [InlineData("-7 // -2", 3, "-7 // -2")]
    [InlineData("2+3*4", 14, "2 + 3 * 4")]
    [InlineData("(2+3)*4", 20, "(2 + 3) * 4")]
    [InlineData("((2))+((3))", 5, "2 + 3")]
    [InlineData("((2+3))", 5, "2 + 3")]
    [InlineData("9-3-2", 4, "9 - 3 - 2")]
    [InlineData("9-(3-2)", 8, "9 - (3 - 2)")]
    [InlineData("-(2+3)", -5, "-(2 + 3)")]
    [InlineData("IMG_WIDTH*IMG_CHS", 28, "IMG_WIDTH * IMG_CHS")]
    [InlineData("IMG_WIDTH - 27", 1, "IMG_WIDTH - 27")]
    [InlineData("-IMG_CHS", -1, "-IMG_CHS")]
    [InlineData("0xe+1", 15, "14 + 1")]
    [InlineData("9223372036854775807", long.MaxValue, "9223372036854775807")]
    [InlineData("-9223372036854775808", long.MinValue, "-9223372036854775808")]
    [InlineData("10000000000000000000 // 10000000000000000000", 1, "10000000000000000000 // 10000000000000000000")]
    public void Read_Integer_Value(string text, long value, string source)
    {
        var reading = AnswerReader.Read(text, GapKind.Integer, Names);
        reading.Value.ShouldBe(new AnswerValue.Integer(value));
        reading.Source.ShouldBe(source);
    }

    [Theory]
    [InlineData("1.0", 1, "1.0")]
    [InlineData(".5", .5, "0.5")]
    [InlineData("5.", 5, "5.0")]
    [InlineData("-0.5", -.5, "-0.5")]
    [InlineData("-(0.5)", -.5, "-0.5")]
    [InlineData("1e3", 1000, "1000.0")]
    [InlineData("784 / 28", 28, "784 / 28")]
    [InlineData("28.0 + 1", 29, "28.0 + 1")]
    [InlineData("7.5 // 2", 3, "7.5 // 2")]
    [InlineData("1E-5", 1e-5, "1e-05")]
    [InlineData("1_0.0_1e+1", 100.1, "100.1")]
    public void Read_Real_Value(string text, double value, string source)
    {
        var reading = AnswerReader.Read(text, GapKind.Integer, Names);
        reading.Value.ShouldBe(new AnswerValue.Real(value));
        reading.Source.ShouldBe(source);
    }

    [Fact]
    public void Read_Word_BooleanNoneOrName()
    {
        Value("True").ShouldBe(new AnswerValue.Boolean(true));
        Value("False").ShouldBe(new AnswerValue.Boolean(false));
        Value("None").ShouldBe(new AnswerValue.None());
        Value("true").ShouldBe(new AnswerValue.Name("true"));
        Value("TRUE").ShouldBe(new AnswerValue.Name("TRUE"));
        Value("valid_loader").ShouldBe(new AnswerValue.Name("valid_loader"));
        Value("IMG_CHS").ShouldBe(new AnswerValue.Name("IMG_CHS"));
        Value("标签").ShouldBe(new AnswerValue.Name("标签"));

        static AnswerValue? Value(string text) => AnswerReader.Read(text, GapKind.Boolean, Names).Value;
    }

    [Theory]
    [InlineData("shuffle=True", "shuffle", "True", "shuffle=True")]
    [InlineData(" shuffle = True ", "shuffle", "True", "shuffle=True")]
    [InlineData(", shuffle=True", "shuffle", "True", "shuffle=True")]
    [InlineData("shuffle=True,", "shuffle", "True", "shuffle=True")]
    [InlineData("shuffle=(True)", "shuffle", "True", "shuffle=True")]
    [InlineData("shuffle='True'", "shuffle", "'True'", "shuffle='True'")]
    [InlineData("shuffle=1", "shuffle", "1", "shuffle=1")]
    [InlineData("shuffle=true", "shuffle", "true", "shuffle=true")]
    [InlineData("True", null, "True", "True")]
    [InlineData("num_workers=2*3", "num_workers", "6", "num_workers=2 * 3")]
    public void Read_Argument_ValueAndKeyword(string text, string? keyword, string repr, string source)
    {
        var reading = AnswerReader.Read(text, GapKind.Argument, Names);
        reading.Keyword.ShouldBe(keyword);
        reading.Value.ShouldNotBeNull().Repr.ShouldBe(repr);
        reading.Source.ShouldBe(source);
    }

    [Theory]
    [InlineData("shuffle: true", "True")]
    [InlineData("shuffle:false", "False")]
    [InlineData("shuffle : null", "None")]
    [InlineData("shuffle: 1", "1")]
    [InlineData("shuffle: (true)", "True")]
    public void Read_CSharpArgument_AsPythonAndSaid(string text, string repr)
    {
        var reading = AnswerReader.Read(text, GapKind.Argument, Names);
        reading.Keyword.ShouldBe("shuffle");
        reading.Value.ShouldNotBeNull().Repr.ShouldBe(repr);
        reading.ReadAs.ShouldNotBeNull().ShouldStartWith("shuffle=");
    }

    [Theory]
    [InlineData("Valid", "Valid")]
    [InlineData(" Validation set ", "Validation set")]
    [InlineData("'Valid'", "Valid")]
    [InlineData("“验证 集”", "验证 集")]
    [InlineData("it's", "it's")]
    [InlineData("def = [1, 2) #", "def = [1, 2) #")]
    public void Read_WordsInAString_AsTheyArePrinted(string text, string words)
    {
        var reading = AnswerReader.Read(text, GapKind.Text, Names);
        reading.Value.ShouldBe(new AnswerValue.Wording(words));
        reading.Source.ShouldBe(words);
        reading.ReadAs.ShouldBeNull();
    }

    [Fact]
    public void Read_SeveralArguments_OnlyWhereAllowed()
    {
        const string Text = "shuffle=True, drop_last=False";
        AnswerReader.Read(Text, GapKind.Argument, Names).Fault.ShouldNotBeNull().Key.ShouldBe(AnswerFaultKeys.TooManyArguments);
        var reading = AnswerReader.Read(Text, GapKind.Argument, Names, maxArguments: 2);
        reading.Arguments.Select(argument => argument.Source).ShouldBe(["shuffle=True", "drop_last=False"]);
        reading.Source.ShouldBe(Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\r\n　")]
    [InlineData("FIXME")]
    [InlineData(" fixme ")]
    [InlineData("ＦＩＸＭＥ")]
    [InlineData("____")]
    [InlineData("⟦label⟧")]
    [InlineData("...")]
    [InlineData("……")]
    public void Read_NothingOrPlaceholder_Empty(string? text)
    {
        foreach (var kind in Enum.GetValues<GapKind>())
        {
            AnswerReader.Read(text, kind, Names).IsEmpty.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("“label”", GapKind.String, "'label'")]
    [InlineData("‘label’", GapKind.String, "'label'")]
    [InlineData("＂ｌａｂｅｌ＂", GapKind.String, "'label'")]
    [InlineData("＇label＇", GapKind.String, "'label'")]
    [InlineData("'ｌａｂｅｌ'", GapKind.String, "'label'")]
    [InlineData("２８", GapKind.Integer, "28")]
    [InlineData("（２８＋０）＊１", GapKind.Integer, "(28 + 0) * 1")]
    [InlineData("28 × 1", GapKind.Integer, "28 * 1")]
    [InlineData("−1", GapKind.Integer, "-1")]
    [InlineData("28　", GapKind.Integer, null)]
    [InlineData("ｓｈｕｆｆｌｅ＝Ｔｒｕｅ", GapKind.Argument, "shuffle=True")]
    [InlineData("，shuffle＝True", GapKind.Argument, "shuffle=True")]
    [InlineData("、shuffle=True", GapKind.Argument, "shuffle=True")]
    [InlineData("ｖａｌｉｄ＿ｌｏａｄｅｒ", GapKind.Name, "valid_loader")]
    public void Read_ChineseKeyboard_UnderstoodAndShown(string text, GapKind kind, string? readAs)
    {
        var reading = AnswerReader.Read(text, kind, Names);
        reading.Fault.ShouldBeNull();
        reading.ReadAs.ShouldBe(readAs);
    }
}
