using AslTutorial.Lessons.Listings;

namespace AslTutorial.Lessons.Tests.Listings;

public sealed class ListingReaderTests
{
    [Theory]
    [InlineData("def train():", "Keyword def|Plain  |Function train|Operator ():")]
    [InlineData("x = 28 // 2  # half", "Name x|Plain  |Operator =|Plain  |Number 28|Plain  |Operator //|Plain  |Number 2|Plain   |Comment # half")]
    [InlineData("lr=1e-3, .5", "Name lr|Operator =|Number 1e-3|Operator ,|Plain  |Number .5")]
    [InlineData("nn.Conv2d(25)", "Name nn|Operator .|Type Conv2d|Operator (|Number 25|Operator )")]
    [InlineData("class net(Dataset):", "Keyword class|Plain  |Type net|Operator (|Type Dataset|Operator ):")]
    [InlineData("print(f\"a \\\" # b\")", "Function print|Operator (|Text f\"a \\\" # b\"|Operator )")]
    [InlineData("a = 'open", "Name a|Plain  |Operator =|Plain  |Text 'open")]
    [InlineData("标签 = None", "Name 标签|Plain  |Operator =|Plain  |Keyword None")]
    public void Python_ALine_CutAndNamed(string code, string expected) => Pieces(ListingReader.Python(code)).ShouldBe(expected);

    [Theory]
    [InlineData("var x = new Net(3);", "Keyword var|Plain  |Name x|Plain  |Operator =|Plain  |Keyword new|Plain  |Type Net|Operator (|Number 3|Operator );")]
    [InlineData("torch.nn.Conv2d(25, 50) // c", "Name torch|Operator .|Name nn|Operator .|Function Conv2d|Operator (|Number 25|Operator ,|Plain  |Number 50|Operator )|Plain  |Comment // c")]
    [InlineData("s = $\"{a}\" + @\"c:\\\"\"x\"", "Name s|Plain  |Operator =|Plain  |Text $\"{a}\"|Plain  |Operator +|Plain  |Text @\"c:\\\"\"x\"")]
    [InlineData("a[0..^1]", "Name a|Operator [|Number 0|Operator ..^|Number 1|Operator ]")]
    [InlineData("@class = 'c'", "Name @class|Plain  |Operator =|Plain  |Text 'c'")]
    [InlineData("Tensor.Create()", "Type Tensor|Operator .|Function Create|Operator ()")]
    public void CSharp_ALine_CutAndNamed(string code, string expected) => Pieces(ListingReader.CSharp(code)).ShouldBe(expected);

    [Theory]
    [InlineData("a = \"\"\"one\ntwo\"\"\"\nb", 3)]
    [InlineData("\n\na\n\nb\n\n", 3)]
    [InlineData("a\r\nb", 2)]
    [InlineData("", 1)]
    public void Python_Lines_AsInTheCode(string code, int lines) => ListingReader.Python(code).Lines.Count.ShouldBe(lines);

    [Fact]
    public void CSharp_TextOverLines_IsTextOnEveryLine()
    {
        var listing = ListingReader.CSharp("var a = \"\"\"\n    if \"x\"\n    \"\"\";\n/* one\n two */ x");
        listing.Lines[1].ShouldBe([new ListingSpan.Text("    if \"x\"", TokenKind.Text)]);
        listing.Lines[4].ShouldBe([new ListingSpan.Text(" two */", TokenKind.Comment), new ListingSpan.Text(" ", TokenKind.Plain), new ListingSpan.Text("x", TokenKind.Name)]);
    }

    [Theory]
    [InlineData("zh-CN", "    # 标签\n    x = 1")]
    [InlineData("en", "    # Labels\n    x = 1")]
    public void Python_CommentsByLanguage_OnlyTheReaders(string language, string expected) =>
        Code(ListingReader.Python("    # zh-CN: 标签\n    # en: Labels\n    x = 1", language)).ShouldBe(expected);

    [Fact]
    public void MarkedPython_Marks_AreSpansAlsoInsideTextAndComments()
    {
        var listing = ListingReader.MarkedPython("n = ⟪rows⟫\nprint(f\"⟦word⟧ - {x}\")  # ⟨layer.0.shape|25 x 28⟩", "en");
        listing.Spans.OfType<ListingSpan.Parameter>().ShouldBe([new ListingSpan.Parameter("rows")]);
        listing.Lines[1].ShouldBe(
        [
            new ListingSpan.Text("print", TokenKind.Function),
            new ListingSpan.Text("(", TokenKind.Operator),
            new ListingSpan.Text("f\"", TokenKind.Text),
            new ListingSpan.Gap("word"),
            new ListingSpan.Text(" - {x}\"", TokenKind.Text),
            new ListingSpan.Text(")", TokenKind.Operator),
            new ListingSpan.Text("  ", TokenKind.Plain),
            new ListingSpan.Text("# ", TokenKind.Comment),
            new ListingSpan.Fact("layer.0.shape", "25 x 28"),
        ]);
    }

    [Fact]
    public void Python_WithoutMarks_LeavesThemAsText() => Code(ListingReader.Python("a = ⟦b⟧")).ShouldBe("a = ⟦b⟧");

    [Theory]
    [InlineData("\"")]
    [InlineData("'''")]
    [InlineData("/*")]
    [InlineData("@\"")]
    [InlineData("\uE000")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("$$$$\"")]
    public void AnyLexer_HostileText_LosesNothing(string piece)
    {
        var code = string.Concat(Enumerable.Repeat(piece + "a ", 2000)).TrimEnd();
        var expected = code.Replace('\uE000', '\uFFFD');
        Code(ListingReader.Python(code)).ShouldBe(expected);
        Code(ListingReader.CSharp(code)).ShouldBe(expected);
    }

    private static string Pieces(Listing listing) =>
        string.Join('|', listing.Lines.ShouldHaveSingleItem().Cast<ListingSpan.Text>().Select(t => $"{t.Kind} {t.Characters}"));

    private static string Code(Listing listing) =>
        string.Join('\n', listing.Lines.Select(line => string.Concat(line.Cast<ListingSpan.Text>().Select(t => t.Characters))));
}
