using System.Text.RegularExpressions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>
/// Text that nobody writes in good faith is refused or harmless, and costs little either way: a parser that goes wild would
/// run into the time-out.
/// </summary>
public sealed partial class HostileMarkdownTests
{
    // On threads of their own: xunit's time-out only stops what is asynchronous.
    private const int Generous = 60_000;

    [Theory(Timeout = Generous)]
    [InlineData("> ", 2_000)]
    [InlineData(">", 20_000)]
    [InlineData("- ", 2_000)]
    [InlineData("1. ", 2_000)]
    [InlineData("+ > ", 1_000)]
    public Task Lesson_NestedWithoutEnd_Refused(string piece, int times) => Task.Run(
        () => LessonFolder.Refused(LessonFolder.Top + Repeat(piece, times) + "x\n").Reason.ShouldMatch("nested too deeply|at most"), TestContext.Current.CancellationToken);

    [Fact(Timeout = Generous)]
    public Task Lesson_ListsNestedByIndent_Refused() => Task.Run(() =>
    {
        var text = string.Concat(Enumerable.Range(0, 700).Select(level => $"{new string(' ', 2 * level)}- a\n"));
        LessonFolder.Refused(LessonFolder.Top + text).Reason.ShouldContain("nested too deeply");
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData(300)]
    [InlineData(1_900)]
    public Task Lesson_EmphasisNestedWithoutEnd_RefusedWithItsLine(int stars) => Task.Run(() =>
    {
        var fault = LessonFolder.Refused($"{LessonFolder.Top}Words.\n\n{Repeat("*", stars)}a{Repeat("*", stars)}\n");
        fault.Line.ShouldBe(9);
        fault.Reason.ShouldContain("nested too deeply");
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData(160)]
    [InlineData(190)]
    public Task Lesson_EmphasisNestedInAList_ReadOrRefused(int stars) => Task.Run(() =>
    {
        // Written or refused: what lies between the two limits would throw.
        var text = $"{LessonFolder.Top}- - - > > {Repeat("*", stars)}a{Repeat("*", stars)}\n";
        if (stars < 180)
        {
            ShouldBeHarmless(LessonFolder.Read(text));
        }
        else
        {
            LessonFolder.Refused(text).Reason.ShouldContain("nested too deeply");
        }
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Generous)]
    public Task Lesson_ContainersNestedWithoutEnd_Refused() => Task.Run(() =>
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(level => $"{new string(':', 2_003 - level)} note\n"));
        LessonFolder.Refused(LessonFolder.Top + text).Faults.ShouldNotBeEmpty();
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Generous)]
    public Task Lesson_FiveMegabytes_Refused() => Task.Run(() =>
        LessonFolder.Refused(LessonFolder.Top + Repeat("Words.\n\n", 700_000)).Reason.ShouldContain($"{LessonLibrary.MaxFileBytes}"), TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("_a")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("![")]
    [InlineData("`")]
    [InlineData("`a``")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("&")]
    [InlineData("$")]
    [InlineData("$a ")]
    [InlineData("|")]
    [InlineData("~~a")]
    [InlineData("[^")]
    [InlineData("\\")]
    public Task Lesson_ThousandsUnclosed_RefusedOrHarmless(string piece) => Task.Run(() =>
    {
        // On one line, on many lines of a paragraph, and in many paragraphs.
        foreach (var separator in new[] { "", "\n", "\n\n" })
        {
            var text = Repeat(piece + separator, 50_000 / piece.Length);
            try
            {
                ShouldBeHarmless(LessonFolder.Read(LessonFolder.Top + text));
            }
            catch (LessonContentException refused)
            {
                refused.Faults.Count.ShouldBeInRange(1, 500);
            }
        }
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&#60;script&#62;alert(1)&#60;/script&#62;")]
    [InlineData("<scr<script>ipt>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//a.example></SCRIPT>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("<iframe src=\"https://a.example\"></iframe>")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("    <script>alert(1)</script>")]
    [InlineData("```\n<script>alert(1)</script>\n```")]
    [InlineData("```<script>\nx\n```")]
    [InlineData("| <script> |\n|---|\n| <b onclick=\"a\"> |")]
    [InlineData("$<script>$")]
    [InlineData("$\\text{<script>}$")]
    [InlineData("[a](https://a.example/\"onclick=alert(1) 'title\" onclick=\"x')")]
    [InlineData("[a](https://a.example \"t\\\" onmouseover=alert(1)\")")]
    [InlineData("[^1]\n\n[^1]: <script>alert(1)</script>")]
    [InlineData("::: note\n<script>alert(1)</script>\n:::")]
    [InlineData("::: reveal <script>alert(1)</script>\n<script>alert(1)</script>\n:::")]
    [InlineData("<https://a.example/\"onclick=\"alert(1)>")]
    [InlineData("\u0000<script>\u0000alert(1)</script>")]
    [InlineData("\u202E<script>")]
    public Task Lesson_Markup_IsText(string markdown) => Task.Run(() => ShouldBeHarmless(LessonFolder.Read(LessonFolder.Top + markdown + "\n")), TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](<java\tscript:alert(1)>)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a]\n\n[a]: javascript:alert(1)")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("[![a](javascript:alert(1))](data)")]
    [InlineData("::: note\n[a](javascript:alert(1))\n:::")]
    [InlineData("[^1]\n\n[^1]: [a](javascript:alert(1))")]
    public Task Lesson_LinkThatRuns_Refused(string markdown) => Task.Run(() =>
        LessonFolder.Refused(LessonFolder.Top + markdown + "\n").Reason.ShouldContain("may not link"), TestContext.Current.CancellationToken);

    [Theory(Timeout = Generous)]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><script>alert(1)</script>")]
    public Task Lesson_MarkupInTitleAndDescription_IsText(string markup) => Task.Run(() =>
        ShouldBeHarmless(LessonFolder.Read($"---\ntitle: '{markup}'\ndescription: '{markup}'\n---\n\n## 1 A\n")), TestContext.Current.CancellationToken);

    [Fact(Timeout = Generous)]
    public Task Manifest_YamlBomb_Refused() => Task.Run(() =>
    {
        var bomb = "a: &a [x, x, x]\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"b{i}: &b{i} [*a, *a, *a]\n"));
        LessonFolder.Refused(LessonFolder.Top, bomb).Reason.ShouldContain("anchor");
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Generous)]
    public Task Manifest_NestedWithoutEnd_Refused() => Task.Run(() =>
        LessonFolder.Refused(LessonFolder.Top, "number: " + new string('[', 100_000)).Reason.ShouldContain("nested too deeply"), TestContext.Current.CancellationToken);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static void ShouldBeHarmless(Lesson lesson)
    {
        foreach (var html in lesson.Sections.SelectMany(section => section.Blocks).Concat(lesson.Lead).SelectMany(Html))
        {
            foreach (Match tag in Tag().Matches(html))
            {
                Allowed().IsMatch(tag.Groups["name"].Value).ShouldBeTrue(tag.Value);
                Attribute().Matches(tag.Value).Select(attribute => attribute.Groups["name"].Value)
                    .ShouldAllBe(name => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase), tag.Value);
            }
        }
    }

    private static IEnumerable<string> Html(LessonBlock block) => block switch
    {
        LessonBlock.Prose prose => [prose.Html],
        LessonBlock.Reveal reveal => reveal.Blocks.SelectMany(Html),
        _ => [],
    };

    [GeneratedRegex("<(?<name>[^\\s/>]*)(?:\"[^\"]*\"|[^>\"])*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A/?(?:p|em|strong|del|code|pre|a|img|ul|ol|li|blockquote|hr|br|h\d|div|span|section|sup|sub|table|thead|tbody|tr|th|td|math|m[a-z]+|)\z")]
    private static partial Regex Allowed();

    [GeneratedRegex("\\s(?<name>[^\\s=\"]+)=\"[^\"]*\"")]
    private static partial Regex Attribute();
}
