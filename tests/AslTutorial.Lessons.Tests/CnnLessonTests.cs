using System.Reflection;
using System.Text.RegularExpressions;
using AslTutorial.Lessons.Content;

namespace AslTutorial.Lessons.Tests;

/// <summary>Lesson 3 as it stands in content/.</summary>
public sealed partial class CnnLessonTests
{
    private static readonly string[] HeadingNumbers =
    [
        "3", "3.1", "3.2", "3.2.1", "3.2.2", "3.2.3", "3.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5", "3.3.6",
        "3.4", "3.5", "3.5.1", "3.6", "3.6.1", "3.6.2",
    ];

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_EachLanguage_AllSectionsInOrder(string language)
    {
        var lesson = Read(language);
        lesson.Number.ShouldBe(3);
        lesson.Sections.Select(s => s.Number).ShouldBe(HeadingNumbers);
        lesson.Sections.ShouldAllBe(s => s.Level == (s.Number.Count(c => c == '.') == 2 ? 3 : 2));
        lesson.Sections.ShouldAllBe(s => s.Blocks.Count > 0);
        lesson.Sections.Where(s => s.Blocks.OfType<LessonBlock.Training>().Any()).ShouldHaveSingleItem().Number.ShouldBe("3.5");
    }

    [Fact]
    public void Cnn_BothLanguages_SameNumbersAndLinks()
    {
        var (chinese, english) = (Read("zh-CN"), Read("en"));
        foreach (var (zh, en) in chinese.Sections.Zip(english.Sections))
        {
            Links(zh).ShouldBe(Links(en), $"links of {en.Number}");
            Numbers(zh).Except(Numbers(en)).ShouldBeEmpty($"numbers of {en.Number} that only the Chinese text has");
        }
    }

    [Theory]
    [InlineData("3.2", "27,455", "7,172", "784")]
    [InlineData("3.2.1", "(5, 784)", "(5, 1, 28, 28)")]
    [InlineData("3.2.3", "32", "858", "225")]
    [InlineData("3.3", "404,099", "346,112", "Dropout(0.2)", "Linear(675, 512), Dropout(0.3)", "75 × 3 × 3")]
    [InlineData("3.5", "858", "225")]
    [InlineData("3.5.1", "0.9994", "0.9770", "0.9922", "0.9636")]
    public void Cnn_Facts_Stated(string section, params string[] facts)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            // The list's comma is the language's own; a size does not break across lines.
            var html = Html(Read(language).Sections.Single(s => s.Number == section))
                .Replace("、", ", ", StringComparison.Ordinal)
                .Replace('\u00a0', ' ');
            foreach (var fact in facts)
            {
                html.ShouldContain(fact, Case.Sensitive, $"{language} {section}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Cnn_Prose_GivesNoAnswerAway(string language)
    {
        var html = string.Concat(Read(language).Sections.Select(Html));
        foreach (var answer in new[] { "shuffle=True", "model.eval", "model.train", "train_loader", "valid_loader", "'label'" })
        {
            html.ShouldNotContain(answer);
        }
    }

    private static Lesson Read(string language)
    {
        var root = typeof(CnnLessonTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        return new LessonLibrary(Path.Combine(root, "content", "lessons")).Find("cnn", language).ShouldNotBeNull();
    }

    private static string Html(LessonSection section) => string.Concat(section.Blocks.OfType<LessonBlock.Prose>().Select(b => b.Html));

    private static IEnumerable<string> Links(LessonSection section) => Link().Matches(Html(section)).Select(m => m.Groups[1].Value);

    // Those that carry a fact; small ones may be words in one language and digits in the other.
    private static IEnumerable<string> Numbers(LessonSection section) =>
        BigNumber().Matches(Html(section)).Select(m => m.Value).Distinct();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex(@"\d{3,}|\d+[.,]\d+")]
    private static partial Regex BigNumber();
}
