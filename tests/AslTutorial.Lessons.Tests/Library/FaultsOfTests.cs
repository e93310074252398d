using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Checking;

namespace AslTutorial.Lessons.Tests.Library;

/// <summary>Who writes a lesson is told of everything; who reads it is shown whatever can be shown.</summary>
public sealed class FaultsOfTests
{
    [Fact]
    public void FaultsOf_NoFault_NoneAndAlwaysTheSameList()
    {
        using var lesson = new SampleLesson();
        var library = lesson.Library();
        library.FaultsOf(LessonFolder.Slug, "en").ShouldBeEmpty();
        library.FaultsOf(LessonFolder.Slug, "en").ShouldBeSameAs(library.FaultsOf(LessonFolder.Slug, "en"));
        library.FaultsOf("none", "en").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exercises/second.yml", "    accept: [n]\n", "", "exercises/second.yml:6", "accepts no answer")]
    [InlineData("questions.yml", "{ zh-CN: 三个。, en: Three. }", "{ en: Three. }", "questions.yml:7", "'explanation' is missing in zh-CN")]
    [InlineData("zh-CN.md", "::: widget dial\n:::\n", "", "zh-CN.md", "widget 'dial' is missing")]
    [InlineData("zh-CN.md", "::: widget dial", "::: wodget dial", "zh-CN.md:19", "unknown block ':::wodget'")]
    [InlineData("en.md", "::: widget dial", "::: widget knob", "en.md:19", "unknown widget 'knob'")]
    [InlineData("en.md", "(#part)", "(#nowhere)", "en.md:7", "has no '#nowhere'")]
    [InlineData("en.md", "(data)", "(nothing)", "en.md:7", "the site has no page 'nothing'")]
    [InlineData("lesson.yml", "{ zh-CN: 前, en: Before }", "{ en: Before }", "lesson.yml:2", "'before' is missing in zh-CN")]
    public void FaultsOf_WhatKeepsNobodyFromReading_ToldAndShown(string file, string old, string replacement, string at, string reason)
    {
        using var lesson = new SampleLesson();
        var library = lesson.Break(file, old, replacement).Library();
        library.FaultsOf(LessonFolder.Slug, "en").Select(fault => fault.ToString())
            .ShouldContain(text => text.StartsWith($"{LessonFolder.Slug}/{at}: ", StringComparison.Ordinal) && text.Contains(reason, StringComparison.Ordinal));
        library.Find(LessonFolder.Slug, "en").ShouldNotBeNull();
    }

    [Fact]
    public void FaultsOf_BrokenLesson_AsTheCheckOfAllLessons()
    {
        using var lesson = new SampleLesson();
        lesson.Break("en.md", "::: note", "::: nota").Break("zh-CN.md", "(#part)", "(#x)").Break("questions.yml", "answer: [3]", "answer: [many]");
        lesson.Library().FaultsOf(LessonFolder.Slug, "en").ShouldBe(lesson.Check().Faults);
    }

    [Fact]
    public void FaultsOf_UnchangedFiles_TheSameList()
    {
        using var lesson = new SampleLesson();
        var library = lesson.Break("en.md", "::: widget dial", "::: widget knob").Library();
        library.FaultsOf(LessonFolder.Slug, "en").ShouldBeSameAs(library.FaultsOf(LessonFolder.Slug, "en"));
    }

    [Fact]
    public void FaultsOf_LinkToAnotherLesson_GoesWhenThatIsMended()
    {
        using var folder = new LessonFolder(LessonFolder.Top + "[a](lessons/other#there)\n");
        folder.Write("../other/lesson.yml", "number: 2");
        folder.Write("../other/en.md", LessonFolder.Top);
        var library = new LessonLibrary(folder.Root);
        Links().ShouldHaveSingleItem().ShouldContain("has no '#there'");
        folder.Write("../other/en.md", LessonFolder.Top + "## 2 B {#there}\n");
        Links().ShouldBeEmpty();

        List<string> Links() => [.. library.FaultsOf(LessonFolder.Slug, "en").Select(fault => fault.Reason).Where(reason => reason.Contains("dead link", StringComparison.Ordinal))];
    }

    [Fact]
    public void Find_NeverShown_EveryFaultThatWasToldBefore()
    {
        using var lesson = new SampleLesson();
        var library = lesson.Break("en.md", "::: note", "::: nota").Break("en.md", "::: widget dial", "::: widget knob").Library();
        Faults().ShouldAllBe(fault => !fault.Reason.Contains("knob", StringComparison.Ordinal));
        var told = library.FaultsOf(LessonFolder.Slug, "en");
        Faults().ShouldBe(told);

        IReadOnlyList<LessonFault> Faults() => Should.Throw<LessonContentException>(() => library.Find(LessonFolder.Slug, "en")).Faults;
    }
}
