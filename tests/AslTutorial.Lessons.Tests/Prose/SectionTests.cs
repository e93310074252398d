using AslTutorial.Lessons.Tests.Content;

namespace AslTutorial.Lessons.Tests.Prose;

public sealed class SectionTests
{
    [Fact]
    public void Sections_NumberedHeadings_NumberHeadingIdAndLevel()
    {
        var lesson = LessonFolder.Read("# A *title*\n\nLead.\n\n## 3 Introduction\n\nOne.\n\n### 3.2.1 The `Conv2d` layer\n\nTwo.\n");
        lesson.Title.ShouldBe("A title");
        Html(lesson.Lead).ShouldBe("<p>Lead.</p>\n");
        lesson.Sections.Select(s => (s.Number, s.Heading, s.Id, s.Level)).ShouldBe(
            [("3", "Introduction", "3", 2), ("3.2.1", "The Conv2d layer", "3.2.1", 3)]);
        lesson.Sections.Select(s => Html(s.Blocks)).ShouldBe(["<p>One.</p>\n", "<p>Two.</p>\n"]);
    }

    [Fact]
    public void Sections_TrainingBlock_StandsBetweenTheProse()
    {
        var lesson = LessonFolder.Read("# T\n\n## 1 S\n\nBefore.\n\nStill before.\n\n:::training\n:::\n\nAfter.\n");
        lesson.Sections[0].Blocks.ShouldBe(
        [
            new LessonBlock.Prose("<p>Before.</p>\n<p>Still before.</p>\n"),
            new LessonBlock.Training(),
            new LessonBlock.Prose("<p>After.</p>\n"),
        ]);
    }

    [Theory]
    [InlineData("# T\n\n## Introduction\n", 3, "begins with its number")]
    [InlineData("# T\n\n## 1 A\n\n## 1 B\n", 5, "there already")]
    [InlineData("# T\n\n## 1 A\n\n# U\n", 5, "one title")]
    [InlineData("## 1 A\n", null, "title is missing")]
    [InlineData("# T\n\n## 1 A\n\n#### 1.1.1.1 B\n", 5, "down to ###")]
    [InlineData("# T\n\n## 1 A\n\n:::quiz\n:::\n", 5, "unknown block ':::quiz'")]
    [InlineData("# T\n\n## 1 A\n\n:::training\n\n## 2 B\n", 5, "closing")]
    [InlineData("# T\n\n## 1 A\n\n> :::training\n> :::\n", 5, "inside another block")]
    public void Sections_RuleBroken_NamesLineAndReason(string text, int? line, string reason)
    {
        var fault = LessonFolder.Refused(text);
        fault.File.ShouldBe("sample/en.md");
        fault.Line.ShouldBe(line);
        fault.Reason.ShouldContain(reason);
    }

    private static string Html(IEnumerable<LessonBlock> blocks) => string.Concat(blocks.Cast<LessonBlock.Prose>().Select(b => b.Html));
}
