using System.Text.RegularExpressions;
using AslTutorial.Lessons.Checking;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Library;

namespace AslTutorial.Lessons.Tests.Library;

/// <summary>docs/authoring.md builds a lesson; here it is built from the document's own words.</summary>
public sealed partial class AuthoringGuideTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("asl-authoring-");

    public AuthoringGuideTests()
    {
        foreach (Match file in Files().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "authoring.md"))))
        {
            if (file.Groups["name"].Value.EndsWith(".cs", StringComparison.Ordinal))
            {
                // The programs are the trainer's tests' part.
                continue;
            }

            var path = Path.Combine(_root.FullName, "averages", file.Groups["name"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Groups["text"].Value);
        }
    }

    [Fact]
    public void Example_Checked_HasNoFault()
    {
        // A site that has no programs for it, as every site at first.
        var result = new LessonCheck(_root.FullName, webRoot: null, new LessonSite { Programs = new Dictionary<string, SitePrograms>() }).Run();

        result.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Averages")]
    [InlineData("zh-CN", "平均值")]
    public void Example_Parsed_HasWhatTheGuideSays(string language, string title)
    {
        var library = new LessonLibrary(_root.FullName);
        var lesson = library.Find("averages", language).ShouldNotBeNull();

        lesson.Title.ShouldBe(title);
        lesson.Sections.Select(section => section.Id).ShouldBe(["averages", "your-turn"]);
        lesson.Sections[0].Blocks.OfType<LessonBlock.Predict>().ShouldHaveSingleItem();
        lesson.Sections[1].Blocks.OfType<LessonBlock.Code>().Single().Cell.IsExercise.ShouldBeTrue();
        lesson.Sections[1].Blocks.OfType<LessonBlock.Reveal>().Single().SolutionOf.ShouldBe("mean");
        new ExerciseLibrary(_root.FullName).FindExercise("averages", "mean").ShouldNotBeNull().Mistakes.ShouldHaveSingleItem();
    }

    public void Dispose() => _root.Delete(recursive: true);

    [GeneratedRegex(@"\*\*`(?<name>[^`]+)`\*\*\r?\n\r?\n```\w+\r?\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Files();
}
