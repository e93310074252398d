using System.Text.RegularExpressions;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Averages;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>docs/authoring.md gives a lesson its programs: here they are compiled and run with the document's own text.</summary>
public sealed partial class AuthoringGuideTests : IDisposable
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "docs", "authoring.md")).ReplaceLineEndings("\n");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("asl-authoring-");
    private readonly CellRunner _runner = new([new AveragesLesson()], TestTorch.Device);

    public static TheoryData<string> Programs => ["AveragesLesson.cs", "NumbersCell.cs", "MeanCell.cs"];

    public void Dispose()
    {
        _runner.Dispose();
        _root.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Programs_InTheGuide_AreTheseThatAreCompiled(string file) => Blocks()[file].ShouldBe(
        File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "tests", "AslTutorial.Training.Tests", "Lessons", "Averages", file)).ReplaceLineEndings("\n"));

    [Fact]
    public void Run_Mean_WithTheGuidesGraphAndAnswer_IsTwo()
    {
        var result = Run(CellValue.Name("count"));

        result.Fault.ShouldBeNull();
        result.Outputs.ShouldHaveSingleItem().Text.ShouldBe("2.0");
    }

    [Fact]
    public void Run_Mean_WithTheKnownMistake_RaisesWhatTheGuideSays()
    {
        var error = Run(CellValue.Of(0L)).Outputs.ShouldHaveSingleItem().Error.ShouldNotBeNull();

        $"{error.Type}: {error.Message}".ShouldBe("ZeroDivisionError: division by zero");
        Blocks()["exercises/mean.yml"].ShouldContain($"{error.Type}: {error.Message}");
    }

    [Fact]
    public void Run_Mean_WithoutTheCellThatItUses_SaysSo() => _runner
        .Run(new("averages", "mean", [new("mean", "divisor", CellValue.Of(5L))]), FewSigns.Data, TestContext.Current.CancellationToken)
        .Fault.ShouldNotBeNull().Text.ShouldContain("the lesson does not have that cell before it");

    private CellResult Run(CellValue divisor)
    {
        foreach (var (name, text) in Blocks().Where(block => !block.Key.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var path = Path.Combine(_root.FullName, "averages", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        var cells = new LessonLibrary(_root.FullName).Find("averages", "en").ShouldNotBeNull().Cells;
        var before = CellGraph.Upstream(cells, ["mean"]).Select(cell => cell.Id).Where(cell => cell != "mean").ToList();
        before.ShouldBe(["numbers"]);
        return _runner.Run(
            new("averages", "mean", [new("mean", "divisor", divisor)], Before: before), FewSigns.Data, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Blocks() =>
        Files().Matches(Document).ToDictionary(file => file.Groups["name"].Value, file => file.Groups["text"].Value);

    [GeneratedRegex(@"\*\*`(?<name>[^`]+)`\*\*\n\n```\w+\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Files();
}
