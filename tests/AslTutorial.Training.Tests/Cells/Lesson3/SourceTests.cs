using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells.Lesson3;

public sealed class SourceTests
{
    private static readonly string Folder = Path.Combine(TestPaths.RepositoryRoot, "AslTutorial.Training", "Cells", "Lesson3");

    public static TheoryData<string, string> Listings => new(
        from cell in Lesson3Cells.All where cell.IsListed from language in new[] { "zh-CN", "en" } select (cell.Id, language));

    [Theory]
    [MemberData(nameof(Listings))]
    public void Find_ListedCell_IsWhatItsSourceFileHas(string cell, string language)
    {
        var listing = CellSources.Find(cell, language).ShouldNotBeNull();

        listing.ShouldNotBeNullOrWhiteSpace();
        listing.ShouldNotContain("listing>");
        listing[0].ShouldNotBe(' ');

        // Line by line, because it is not indented and its comments are in one language.
        var source = File.ReadAllLines(FileOf(cell)).Select(line => line.Trim()).ToList();
        var at = source.IndexOf("// <listing>");
        foreach (var line in listing.Split('\n').Select(line => line.Trim()))
        {
            at = source.FindIndex(at + 1, written => written == line || written == line.Replace("// ", $"// {language}: ", StringComparison.Ordinal));
            at.ShouldBeGreaterThan(0, line);
        }
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public void Find_Comments_AreOfTheLanguageAlone(string cell, string language)
    {
        var listing = CellSources.Find(cell, language)!;

        listing.ShouldNotContain("zh-CN:");
        listing.ShouldNotContain("en: ");
        (language == "en" && listing.Any(sign => sign > '\u3000')).ShouldBeFalse();
    }

    [Fact]
    public void Find_EveryCommentInOneLanguage_IsInTheOther()
    {
        foreach (var cell in Lesson3Cells.All.Where(cell => cell.IsListed))
        {
            var source = File.ReadAllText(FileOf(cell.Id));
            Count(source, "// zh-CN: ").ShouldBe(Count(source, "// en: "), cell.Id);
        }

        static int Count(string text, string part) => text.Split(part).Length;
    }

    [Fact]
    public void Find_Train_IsTheLoopsOfEveryTraining()
    {
        var listing = CellSources.Find("train").ShouldNotBeNull();

        listing.ShouldStartWith("for (var epoch = _history.Count; epoch < settings.Epochs; epoch++)\n{\n");
        listing.ShouldContain("\n\nfor (var batch = 0;");
        listing.ShouldContain("    steps.Step(");
    }

    [Fact]
    public void Find_Model_HasItsComments()
    {
        CellSources.Find("model", "zh-CN")!.ShouldContain("    // 第一块\n    Conv2d(imgChs, 25,");
        CellSources.Find("model", "en")!.ShouldContain("    // Block 1\n    Conv2d(imgChs, 25,");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("train-validate-")]
    [InlineData("no-such")]
    [InlineData("../peek")]
    [InlineData("Peek")]
    public void Find_NoSuchCell_IsNull(string cell) => CellSources.Find(cell).ShouldBeNull();

    private static string FileOf(string cell) => Directory.EnumerateFiles(Folder, "*Cell.cs")
        .Single(file => string.Equals(Path.GetFileName(file), cell.Replace("-", "", StringComparison.Ordinal) + "Cell.cs", StringComparison.OrdinalIgnoreCase));
}
