using AslTutorial.Lessons.Checking;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Checking;

public sealed class LessonCheckTests
{
    [Fact]
    public void Run_TheLessonsOfTheSite_NoFault()
    {
        var result = new LessonCheck(Repository.Lessons, Repository.WebRoot).Run();
        result.Faults.ShouldBeEmpty();
        result.Lessons.ShouldBe(Directory.GetDirectories(Repository.Lessons).Length);
    }

    [Fact]
    public void Run_SampleLesson_NoFault()
    {
        using var lesson = new SampleLesson();
        lesson.Check().Faults.ShouldBeEmpty();
    }

    [Theory]
    // Blocks and fences.
    [InlineData("en.md", "::: note", "::: nota", "en.md:29", "unknown block ':::nota'")]
    [InlineData("en.md", "::: widget dial\n:::\n", "::: widget dial\n", "en.md:19", "is not closed")]
    [InlineData("en.md", "::: cell first\n:::\n", "::: cell first\nWords.\n:::\n", "en.md:9", "holds no text")]
    [InlineData("en.md", "::: cell first\n:::\n", "::: cell\n:::\n", "en.md:9", "needs an id")]
    [InlineData("en.md", "::: solution second Title", "::: solution second", "en.md:25", "needs a title")]
    [InlineData("en.md", "::: solution second Title", "::: solution third Title", "en.md:25", "no exercise 'third'")]
    // Cells.
    [InlineData("en.md", "::: widget dial\n:::\n", "::: widget dial\n:::\n\n::: cell first\n:::\n", "en.md:22", "cell 'first' is there already")]
    [InlineData("en.md", "::: cell first", "::: cell last", "en.md:9", "lesson.yml lists no cell 'last'")]
    [InlineData("en.md", "::: exercise second", "::: cell second", "en.md:22", "has gaps")]
    [InlineData("en.md", "::: cell first", "::: exercise first", "en.md:9", "exercises/first.yml is missing")]
    [InlineData("lesson.yml", "  - { id: second, needs: [first] }", "  - { id: second, needs: [first] }\n  - { id: third, needs: [] }", "lesson.yml:9", "'third' stands in no text")]
    [InlineData("lesson.yml", "  - { id: second, needs: [first] }", "  - { id: second, needs: [first] }\n  - { id: second, needs: [] }", "lesson.yml:9", "'second' is there already")]
    [InlineData("lesson.yml", "needs: [first]", "needs: [none]", "lesson.yml:8", "'none', which is no cell")]
    [InlineData("lesson.yml", "needs: []", "needs: [second]", "lesson.yml:4", "in a circle: first, second")]
    [InlineData("lesson.yml", "name: count,", "name: amount,", "code/first.py:3", "parameter 'count' has no label")]
    [InlineData("code/first.py", "⟪count⟫", "3", "lesson.yml:7", "has no mark ⟪count⟫")]
    // Ids.
    [InlineData("lesson.yml", "id: first", "id: first!", "lesson.yml:4", "'first!' is no id: letters, digits")]
    [InlineData("lesson.yml", "id: first", "id: _first", "lesson.yml:4", "'_first' is no id")]
    [InlineData("exercises/second.yml", "id: second", "id: the second", "exercises/second.yml:1", "'the second' is no id")]
    [InlineData("questions.yml", "id: guess", "id: guess/it", "questions.yml:2", "'guess/it' is no id")]
    [InlineData("questions.yml", "kind: value\n    cell: first\n    answer: [3]", "kind: choice\n    answer: a\n    options: [{ id: a b, zh-CN: x, en: x }]", "questions.yml:5", "'a b' is no id")]
    [InlineData("figures.yml", "id: arrow", "id: arröw", "figures.yml:2", "'arröw' is no id")]
    // Gaps and answers.
    [InlineData("code/second.py", "⟦answer⟧", "⟦answer⟧, ⟦more⟧", "code/second.py:1", "gap 'more' has no answer")]
    [InlineData("code/second.py", "⟦answer⟧", "n", "exercises/second.yml:6", "has no mark ⟦answer⟧")]
    [InlineData("exercises/second.yml", "    accept: [n]\n", "", "exercises/second.yml:6", "accept")]
    [InlineData("code/second.solution.py", "n", "⟦answer⟧", "code/second.solution.py", "no marks left")]
    [InlineData("code/first.py", "n = ⟪count⟫", "n = ⟪count⟫ + ⟦gap⟧", "code/first.py:3", "gap 'gap' has no answer")]
    // Translations.
    [InlineData("code/first.py", "# en: Count\n", "", "code/first.py:1", "the comment is missing in en")]
    [InlineData("zh-CN.md", "## 1 标题 {#part}", "## 1 标题 {#teil}", "zh-CN.md", "section '1 part' is missing; it stands in sample/en.md:5")]
    [InlineData("zh-CN.md", "::: widget dial\n:::\n", "", "zh-CN.md", "widget 'dial' is missing")]
    [InlineData("en.md", "::: note", "::: data real\nA.\n:::\n\n::: data synthetic\nB.\n:::\n\n::: note", "zh-CN.md", "data 'real 1' is missing")]
    [InlineData("lesson.yml", "{ zh-CN: 前, en: Before }", "{ zh-CN: 前 }", "lesson.yml:2", "'before' is missing in en")]
    [InlineData("lesson.yml", "{ zh-CN: 个数, en: how many }", "{ en: how many }", "lesson.yml:7", "'label' is missing in zh-CN")]
    [InlineData("exercises/second.yml", "{ zh-CN: 要打印的, en: what to print }", "{ zh-CN: 要打印的 }", "exercises/second.yml:8", "'label' is missing in en")]
    [InlineData("questions.yml", "{ zh-CN: 三个。, en: Three. }", "{ en: Three. }", "questions.yml:7", "'explanation' is missing in zh-CN")]
    [InlineData("figures.yml", "{ zh-CN: 箭头, en: An arrow }", "{ zh-CN: 箭头 }", "figures.yml:3", "'alt' is missing in en")]
    // Links and figures.
    [InlineData("en.md", "(#part)", "(#nowhere)", "en.md:7", "lesson 'sample' has no '#nowhere'")]
    [InlineData("en.md", "(lessons/sample#second)", "(lessons/other#second)", "en.md:7", "there is no lesson 'other'")]
    [InlineData("en.md", "(data)", "(nothing)", "en.md:7", "the site has no page 'nothing'")]
    [InlineData("en.md", "[data](data)", "![](data.png)", "en.md:7", "no text alternative")]
    [InlineData("en.md", "[data](data)", "![A chart](data.png)", "en.md:7", "the image 'data.png' is missing")]
    [InlineData("en.md", "[data](data)", "![A chart](../../../../../../../../../etc/hostname)", "en.md:7", "lies outside the site")]
    [InlineData("en.md", "[data](data)", "![A chart](%2e%2e/lessons/sample/en.md)", "en.md:7", "lies outside the site")]
    [InlineData("en.md", "[data](data)", "![A chart](a%00b)", "en.md:7", "lies outside the site")]
    [InlineData("questions.yml", "How many?", "\"[Where?](#nowhere)\"", "questions.yml:6", "has no '#nowhere'")]
    [InlineData("en.md", "::: figure arrow", "::: figure cross", "en.md:15", "has no figure 'cross'")]
    [InlineData("figures.yml", "    alt: { zh-CN: 箭头, en: An arrow }\n", "", "figures.yml:2", "'alt' is missing")]
    [InlineData("figures.yml", "description: ", "descripton: ", "figures.yml:4", "unknown key 'descripton'")]
    // Questions.
    [InlineData("en.md", "::: predict guess", "::: predict think", "en.md:12", "has no question 'think'")]
    [InlineData("en.md", "::: predict guess\n:::\n", "::: after guess\nWords.\n:::\n\n::: predict guess\n:::\n", "en.md:12", "no question 'guess' stands before it")]
    [InlineData("en.md", "::: note", "::: after think", "en.md:29", "no question 'think' stands before it")]
    [InlineData("en.md", "::: note", "::: after", "en.md:29", "needs the question behind it")]
    [InlineData("en.md", "::: note", "::: after guess", "zh-CN.md", "after 'guess' is missing; it stands in sample/en.md:29")]
    [InlineData("en.md", "::: note", ":::: after guess\n\n## 2 Two\n\n::::\n\n::: note", "en.md:31", "a heading stands inside ':::after'")]
    [InlineData("en.md", "::: note", "::::: reveal More\n:::: after guess\nWords.\n::::\n:::::\n\n::: note", "en.md:30", "stands inside another block")]
    [InlineData("en.md", "::: note", "::: training think\n:::\n\n::: note", "en.md:29", "no question 'think' stands before it")]
    [InlineData("en.md", "::: note", "::: training guess\n:::\n\n::: training\n:::\n\n::: note", "en.md:32", "stands once in a lesson")]
    [InlineData("en.md", "::: note", "::: predictions guess\n:::\n\n::: note", "en.md:29", "has no id and stands once")]
    [InlineData("questions.yml", "cell: first", "cell: none", "questions.yml:2", "a cell 'none' that is not there")]
    [InlineData("questions.yml", "answer: [3]", "answer: [many]", "questions.yml:2", "'many' in 'answer' is no number")]
    [InlineData("questions.yml", "kind: value", "kind: riddle", "questions.yml:2", "kind 'riddle' is unknown")]
    // The site.
    [InlineData("en.md", "::: widget dial", "::: widget knob", "en.md:19", "unknown widget 'knob'")]
    [InlineData("exercises/second.yml", "at: construct", "at: moon", "exercises/second.yml", "no stage 'moon' for 'at'; there are construct")]
    [InlineData("exercises/second.yml", "mistakes: []", "mistakes: [{ id: m, when: { answer: [\"m\"] }, gaps: [answer], verdict: wrong, message: { zh-CN: 错, en: \"No.\" }, outcome: { at: construct, kind: silent, show: film } }]", "exercises/second.yml", "nothing 'film' for 'show'; there are log")]
    public void Run_OneFault_NamesFileLineAndReason(string file, string old, string replacement, string at, string reason)
    {
        using var lesson = new SampleLesson();
        lesson.Break(file, old, replacement).Check().Faults.Select(fault => fault.ToString())
            .ShouldContain(text => text.StartsWith($"{LessonFolder.Slug}/{at}: ", StringComparison.Ordinal) && text.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_UnderscoreInAnId_NoFault_AndTheExerciseIsFound()
    {
        using var lesson = new SampleLesson("clip_grad");
        lesson.Check().Faults.ShouldBeEmpty();
        lesson.Exercises().FindExercise(LessonFolder.Slug, "clip_grad").ShouldNotBeNull();
    }

    [Fact]
    public void Run_ParameterThatNoProgramReads_Named()
    {
        using var lesson = new SampleLesson();
        var site = new LessonSite { Programs = new Dictionary<string, SitePrograms>() };
        new LessonCheck(lesson.Root, webRoot: null, site).Run().Faults.Select(fault => fault.ToString())
            .ShouldContain(text => text.StartsWith("sample/lesson.yml:4: cell 'first' has the parameter 'count'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en.md", "sample/en.md: the text in en is missing")]
    [InlineData("lesson.yml", "sample/lesson.yml: the file is missing")]
    [InlineData("code/first.py", "the file code/first.py is missing")]
    [InlineData("exercises/second.yml", "the file exercises/second.yml is missing")]
    [InlineData("code/second.solution.py", "the file code/second.solution.py is missing")]
    [InlineData("questions.yml", "has no question 'guess'")]
    public void Run_FileMissing_Named(string file, string fault)
    {
        using var lesson = new SampleLesson();
        lesson.Remove(file).Check().Faults.Select(f => f.ToString()).ShouldContain(text => text.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_FigureFileMissing_Named()
    {
        using var lesson = new SampleLesson();
        lesson.RemoveFigure("arrow-narrow.svg").Check().Faults.ShouldBe(
            [new LessonFault("figures/sample/arrow-narrow.svg", null, "the file of figure 'arrow' is missing")]);
    }

    [Fact]
    public void Run_ImageWhoseAddressIsEscaped_Found()
    {
        using var lesson = new SampleLesson();
        lesson.PutFigure("../my pic.png", "a picture");
        lesson.Break("en.md", "[data](data)", "![A chart](figures/my%20pic.png)").Check().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Run_FigureFileTooLarge_SaidOnceAndNotMissing()
    {
        using var lesson = new SampleLesson();
        lesson.PutFigure("arrow-narrow.svg", new string(' ', LessonLibrary.MaxFileBytes + 1));
        lesson.Check().Faults.ShouldHaveSingleItem().Reason.ShouldContain("bytes; a lesson's file has at most");
    }

    [Fact]
    public void Run_LessonWithoutEndOfFaults_TheNextLessonIsToldOfToo()
    {
        using var folder = new LessonFolder(LessonFolder.Top + string.Concat(Enumerable.Range(0, 600).Select(i => $"[a](lessons/{i})\n")));
        folder.Write("zh-CN.md", LessonFolder.Top);
        folder.Write("../zoo/lesson.yml", "number: 0");
        var result = new LessonCheck(folder.Root).Run();
        result.HasMore.ShouldBeTrue();
        result.Faults.Count(fault => fault.File == "sample/en.md").ShouldBe(500);
        result.Faults.Select(fault => fault.File).ShouldContain("zoo/lesson.yml");
    }

    [Fact]
    public void Run_FigureFileThatNobodyNames_Named()
    {
        using var lesson = new SampleLesson();
        lesson.PutFigure("old.svg", "<svg/>");
        lesson.Check().Faults.ShouldBe([new LessonFault("figures/sample/old.svg", null, "figures.yml has no such figure")]);
    }

    [Fact]
    public void Run_OrderDiffers_SaysWhere()
    {
        using var lesson = new SampleLesson();
        lesson.Break("en.md", "::: cell first\n:::\n\n::: predict guess\n:::\n", "::: predict guess\n:::\n\n::: cell first\n:::\n")
            .Check().Faults.ShouldHaveSingleItem().ToString().ShouldContain("'guess' in its place");
    }

    [Fact]
    public void Run_ManyFaults_AllFound()
    {
        using var lesson = new SampleLesson();
        lesson.Break("en.md", "::: note", "::: nota").Break("zh-CN.md", "(#part)", "(#x)").Break("lesson.yml", "number: 1", "number: 0");
        lesson.Check().Faults.Select(fault => fault.File).Distinct().ShouldBe(["sample/en.md", "sample/lesson.yml", "sample/zh-CN.md"]);
    }

    [Fact]
    public void Run_SeveralLessons_EachCheckedAndCounted()
    {
        using var folder = new LessonFolder(LessonFolder.Top);
        Directory.CreateDirectory(Path.Combine(folder.Root, "empty"));
        var result = new LessonCheck(folder.Root).Run();
        result.Lessons.ShouldBe(2);
        result.Faults.Select(fault => fault.ToString()).ShouldBe(["empty/lesson.yml: the file is missing", "sample/zh-CN.md: the text in zh-CN is missing"]);
    }
}
