using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Cells;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Contracts.Course;

public sealed class SourceTests
{
    private static readonly string Folder = Path.Combine(TestPaths.RepositoryRoot, "AslTutorial.Training", "Lessons");

    /// <summary>Of every lesson, in both languages.</summary>
    public static TheoryData<string, string, string> Listings => new(
        from lesson in TaughtLessons.Course.All
        from cell in lesson.Cells
        where cell.IsListed
        from language in new[] { "zh-CN", "en" }
        select (lesson.Slug, cell.Id, language));

    public static TheoryData<string> Slugs => [.. TaughtLessons.Course.All.Select(lesson => lesson.Slug)];

    public static TheoryData<string, string> CnnListings => new(
        from cell in Orders.Offered.Cells where cell.IsListed from language in new[] { "zh-CN", "en" } select (cell.Id, language));

    [Theory]
    [MemberData(nameof(CnnListings))]
    public void Find_ListedCell_IsWhatItsSourceFileHas(string cell, string language)
    {
        var listing = CellSources.Find(Orders.Offered, cell, language).ShouldNotBeNull();

        listing.ShouldNotBeNullOrWhiteSpace();
        listing.ShouldNotContain("listing>");
        listing[0].ShouldNotBe(' ');

        // Line by line, because it is not indented and its comments are in one language.
        var source = File.ReadAllLines(FileOf(Orders.Offered.Slug, cell)).Select(line => line.Trim()).ToList();
        var at = source.IndexOf("// <listing>");
        foreach (var line in listing.Split('\n').Select(line => line.Trim()))
        {
            var pattern = PatternOf(line, language);
            at = source.FindIndex(at + 1, written => Regex.IsMatch(written, pattern));
            at.ShouldBeGreaterThan(0, line);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Find_EveryCell_HasAPlaceForEachOfItsValues(string slug)
    {
        var lesson = TaughtLessons.Course.Find(slug)!;
        foreach (var cell in lesson.Cells.Where(cell => cell.IsListed))
        {
            var places = Regex.Matches(CellSources.Find(lesson, cell.Id)!, @"[⟦⟪](?<name>\w+)[⟧⟫]").Select(match => match.Groups["name"].Value);

            places.ShouldBe(cell.Parameters.Select(parameter => parameter.Name), ignoreOrder: true, cell.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Find_EveryCell_HasNoPlumbing(string slug)
    {
        var lesson = TaughtLessons.Course.Find(slug)!;
        foreach (var cell in lesson.Cells.Where(cell => cell.IsListed))
        {
            CellSources.Find(lesson, cell.Id)!.ShouldSatisfyAllConditions(
                listing => listing.ShouldNotContain("/*-*/"),
                listing => listing.ShouldNotContain("Gap("),
                listing => listing.ShouldNotContain("GapArgument("),
                listing => listing.ShouldNotContain("Parameter("),
                listing => listing.ShouldNotContain("cell."));
        }
    }

    /// <summary>What the source has where a line of the listing has a place or leaves plumbing out.</summary>
    private static string PatternOf(string line, string language)
    {
        const string Hidden = @"(/\*-\*/.*?/\*-\*/)?";
        var places = Regex.Replace(Regex.Escape(line), @"⟦(\w+)⟧", $@"{Hidden}Gap(Argument)?\(""$1""\)");
        places = Regex.Replace(places, @"⟪(\w+)⟫", @"(Real)?Parameter\(""$1""\)");
        places = places.Replace("frame\\)", $"frame{Hidden}\\)", StringComparison.Ordinal).Replace("Device", $"{Hidden}Device", StringComparison.Ordinal);
        return $@"\A{places.Replace("//\\ ", $"//\\ ({language}:\\ )?", StringComparison.Ordinal)}\z";
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public void Find_Comments_AreOfTheLanguageAlone(string slug, string cell, string language)
    {
        var listing = CellSources.Find(TaughtLessons.Course.Find(slug)!, cell, language)!;

        listing.ShouldNotContain("zh-CN:");
        listing.ShouldNotContain("en: ");
        (language == "en" && listing.Any(sign => sign > '\u3000')).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Find_EveryCommentInOneLanguage_IsInTheOther(string slug)
    {
        var lesson = TaughtLessons.Course.Find(slug)!;
        foreach (var cell in lesson.Cells.Where(cell => cell.IsListed))
        {
            var source = File.ReadAllText(FileOf(slug, cell.Id));
            Count(source, "// zh-CN: ").ShouldBe(Count(source, "// en: "), cell.Id);
        }

        static int Count(string text, string part) => text.Split(part).Length;
    }

    [Fact]
    public void Find_Train_IsTheLoopsOfEveryTraining()
    {
        var listing = CellSources.Find(Orders.Offered, "train").ShouldNotBeNull();

        listing.ShouldStartWith("for (var epoch = _history.Count; helm.Begins(epoch, cancel); epoch++)\n{\n");
        listing.ShouldContain("\n\nfor (var batch = 0;");
        listing.ShouldContain("    steps.Step(");
    }

    [Fact]
    public void Find_Model_HasItsComments()
    {
        CellSources.Find(Orders.Offered, "model", "zh-CN")!.ShouldContain("    // 第一块\n    Conv2d(imgChs, 25,");
        CellSources.Find(Orders.Offered, "model", "en")!.ShouldContain("    // Block 1\n    Conv2d(imgChs, 25,");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("train-validate-")]
    [InlineData("no-such")]
    [InlineData("../peek")]
    [InlineData("Peek")]
    public void Find_NoSuchCell_IsNull(string cell) => CellSources.Find(Orders.Offered, cell).ShouldBeNull();

    /// <summary>The lesson's own file, or the one that lessons share.</summary>
    private static string FileOf(string slug, string cell) => new[] { slug, "Shared" }
        .SelectMany(folder => Directory.EnumerateFiles(Folder, "*Cell.cs", SearchOption.AllDirectories)
            .Where(file => string.Equals(Path.GetFileName(Path.GetDirectoryName(file)), folder, StringComparison.OrdinalIgnoreCase)))
        .First(file => string.Equals(Path.GetFileName(file), cell.Replace("-", "", StringComparison.Ordinal) + "Cell.cs", StringComparison.OrdinalIgnoreCase));
}
