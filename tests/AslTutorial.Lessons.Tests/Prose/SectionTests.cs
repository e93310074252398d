using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

public sealed class SectionTests
{
    [Fact]
    public void Sections_NumberedHeadings_NumberHeadingIdAndLevel()
    {
        var lesson = LessonFolder.Read("---\ntitle: A title\ndescription: About <it>.\n---\n\nLead.\n\n## 3 Introduction\n\nOne.\n\n### 3.2.1 The `Conv2d` layer {#conv}\n\nTwo.\n");
        lesson.Title.ShouldBe("A title");
        Html(lesson.Lead).ShouldBe("<p>About &lt;it&gt;.</p>\n<p>Lead.</p>\n");
        lesson.Sections.Select(s => (s.Number, s.Heading, s.Id, s.Level)).ShouldBe(
            [("3", "Introduction", "3", 2), ("3.2.1", "The Conv2d layer", "conv", 3)]);
        lesson.Sections.Select(s => Html(s.Blocks)).ShouldBe(["<p>One.</p>\n", "<p>Two.</p>\n"]);
    }

    [Fact]
    public void Sections_TrainingBlock_StandsBetweenTheProse()
    {
        var lesson = LessonFolder.Read("---\ntitle: T\n---\n\n## 1 S\n\nBefore.\n\nStill before.\n\n:::training\n:::\n\nAfter.\n");
        lesson.Sections[0].Blocks.ShouldBe(
        [
            new LessonBlock.Prose("<p>Before.</p>\n<p>Still before.</p>\n"),
            new LessonBlock.Training(),
            new LessonBlock.Prose("<p>After.</p>\n"),
        ]);
    }

    [Fact]
    public void Sections_TextOfEachDataSet_BothStandInTheProse() =>
        LessonFolder.Read("---\ntitle: T\n---\n\n## 1 S\n\nBefore.\n\n::: data real\nA *photograph*.\n:::\n\n::: data synthetic\nA drawing.\n:::\n\nAfter.\n")
            .Sections[0].Blocks.ShouldBe(
            [
                new LessonBlock.Prose(
                    "<p>Before.</p>\n<div class=\"of-set of-real\">\n<p>A <em>photograph</em>.</p>\n</div>\n"
                    + "<div class=\"of-set of-synthetic\">\n<p>A drawing.</p>\n</div>\n<p>After.</p>\n"),
            ]);

    [Theory]
    [InlineData("## Introduction\n", 5, "begins with its number")]
    [InlineData("## 1 A {#Upper}\n", 5, "may end with its id")]
    [InlineData("## 1 A\n\n## 1 B\n", 7, "there already")]
    [InlineData("## 1 A {#a}\n\n## 2 B {#a}\n", 7, "the id 'a' is there already")]
    [InlineData("## 1 A\n\n# U\n", 7, "front matter")]
    [InlineData("## 1 A\n\n#### 1.1.1.1 B\n", 7, "down to ###")]
    [InlineData("## 1 A\n\n:::quiz\n:::\n", 7, "unknown block ':::quiz'")]
    [InlineData("## 1 A\n\n:::training\n\n## 2 B\n", 7, "closing")]
    [InlineData("## 1 A\n\n:::restart it\n:::\n", 7, "':::restart' has no id")]
    [InlineData("## 1 A\n\n:::restart\n:::\n\n:::restart\n:::\n", 10, "stands once")]
    [InlineData("## 1 A\n\n```python\nx = 1\n", 7, "'```python' is not closed")]
    [InlineData("## 1 A\n\n> :::training\n> :::\n", 7, "inside another block")]
    [InlineData("## 1 A\n\n> ## 2 B\n", 7, "a heading stands inside another block")]
    [InlineData("## 1 A\n\n- ## 2 B\n", 7, "a heading stands inside another block")]
    [InlineData("## 1 A\n\n::: note\n## 2 B\n:::\n", 8, "a heading stands inside another block")]
    [InlineData("## 1 A\n\n:::: reveal More\n::: tip\n### 2 B\n:::\n::::\n", 9, "a heading stands inside another block")]
    [InlineData("## 1 A\n\n::: reveal More\n## 2 B\n:::\n", 8, "a heading stands inside ':::reveal'")]
    [InlineData("## 1 Why $k = 3$ {#why}\n", 5, "a heading is plain text")]
    [InlineData("## 1 Why [so](data)\n", 5, "a heading is plain text")]
    [InlineData("## 1 Why ![so](data.png)\n", 5, "a heading is plain text")]
    [InlineData("## 1 Why <https://a.example>\n", 5, "a heading is plain text")]
    [InlineData("## 1 Why[^1]\n\n[^1]: So.\n", 5, "a heading is plain text")]
    [InlineData("1 A\nB\n-\n", 7, "a heading is plain text")]
    [InlineData("## 1 A\n\n::: data real\nR.\n:::\n\nS.\n", 7, "':::data synthetic' comes next")]
    [InlineData("## 1 A\n\n::: data synthetic\nS.\n:::\n", 7, "':::data real' comes before it")]
    [InlineData("## 1 A\n\n::: data\nR.\n:::\n", 7, "of one set: real or synthetic")]
    [InlineData("## 1 A\n\n::: data real\n:::\n\n::: data synthetic\nS.\n:::\n", 7, "':::data real' holds no text")]
    [InlineData("::: data real\nR.\n:::\n\n::: data synthetic\nS.\n:::\n\n## 1 A\n", 5, "stands below a heading")]
    [InlineData("## 1 A\n\n::: data real\n## 2 B\n:::\n\n::: data synthetic\nS.\n:::\n", 8, "a heading stands inside another block")]
    public void Sections_RuleBroken_NamesLineAndReason(string text, int? line, string reason)
    {
        var fault = LessonFolder.Refused($"---\ntitle: T\n---\n\n{text}");
        fault.File.ShouldBe("sample/en.md");
        fault.Line.ShouldBe(line);
        fault.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("## 1 *So* **it** `is` &amp; [so] a_b | c * d_ {#so}\n", "So it is & [so] a_b | c * d_")]
    public void Sections_HeadingWithMarks_ItsWords(string text, string heading) =>
        LessonFolder.Read($"---\ntitle: T\n---\n\n{text}").Sections.ShouldHaveSingleItem().Heading.ShouldBe(heading);

    [Theory]
    [InlineData("## 1 A\n", 1, "title is missing")]
    [InlineData("---\ntitle: T\n\n## 1 A\n", 1, "not closed")]
    [InlineData("---\ntitel: T\n---\n\n## 1 A\n", 2, "'title' is missing")]
    [InlineData("---\ntitle: C # 3\n---\n\n## 1 A\n", 2, "would be a comment")]
    [InlineData("---\ntitle: T\ndescription: 第 #1 课\n---\n\n## 1 A\n", 3, "would be a comment")]
    [InlineData("---\ntitle：T\n---\n\n## 1 A\n", 2, "full-width colon")]
    [InlineData("---\ntitle: T\ndescription：D\n---\n\n## 1 A\n", 3, "full-width colon")]
    public void FrontMatter_RuleBroken_NamesLineAndReason(string text, int line, string reason)
    {
        var fault = LessonFolder.Refused(text);
        fault.File.ShouldBe("sample/en.md");
        fault.Line.ShouldBe(line);
        fault.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("--- \ntitle: T\n---\t\n\n## 1 A\n", "T")]
    [InlineData("---\ntitle: C#入门\n---\n\n## 1 A\n", "C#入门")]
    [InlineData("---\ntitle: \"C # 3\"\n---\n\n## 1 A\n", "C # 3")]
    [InlineData("---\ntitle: 卷积：入门\n# by the author\n---\n\n## 1 A\n", "卷积：入门")]
    public void FrontMatter_AsAuthorsWriteIt_Read(string text, string title) => LessonFolder.Read(text).Title.ShouldBe(title);

    private static string Html(IEnumerable<LessonBlock> blocks) => string.Concat(blocks.Cast<LessonBlock.Prose>().Select(b => b.Html));
}
