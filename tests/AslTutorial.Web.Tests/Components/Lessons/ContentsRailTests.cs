using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Reading;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons;

public sealed class ContentsRailTests
{
    [Fact]
    public void Ticks_SectionsReadOrWithAllTheirCellsRun()
    {
        using var lesson = new LessonContext();
        lesson.Progress.Sections.Add("words");
        lesson.Progress.Sections.Add("model-section");
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([]);
        lesson.Notebooks.Cells["load"] = FakeNotebooks.Done([]);
        var rail = Rail(lesson);
        rail.FindAll("li.is-done a").Select(link => link.GetAttribute("data-section")).ShouldBe(["goals", "words"]);
        rail.Find(".rail-count").TextContent.ShouldBe("2 of 4");
    }

    [Fact]
    public void Ticks_LastCellOfASectionRun_Appears()
    {
        using var lesson = new LessonContext();
        var rail = Rail(lesson);
        rail.FindAll("li.is-done").ShouldBeEmpty();
        lesson.Notebooks.Cells["setup"] = FakeNotebooks.Done([]);
        lesson.Notebooks.Tell();
        rail.WaitForAssertion(() => rail.FindAll("li.is-done a").ShouldHaveSingleItem().GetAttribute("data-section").ShouldBe("goals"));
    }

    [Fact]
    public async Task SectionsRead_KeptWhereTheLessonHasThem()
    {
        using var lesson = new LessonContext();
        var rail = Rail(lesson);
        await rail.Find("contents-rail").TriggerEventAsync("onsectionsread", new SectionsReadEventArgs { Sections = ["words", "nowhere", "words"] });
        lesson.Progress.Sections.ShouldBe(["words"]);
        rail.Find("li.is-done a").GetAttribute("data-section").ShouldBe("words");
        rail.Find("a[data-section=words]").HasAttribute("data-read").ShouldBeTrue();
    }

    [Fact]
    public async Task SectionsRead_Refused_HaveNoTickAndAreAskedForOnceAMinute()
    {
        using var lesson = new LessonContext();
        lesson.Progress.Refuses = true;
        var rail = Rail(lesson);
        for (var told = 0; told < 3; told++)
        {
            await rail.Find("contents-rail").TriggerEventAsync("onsectionsread", new SectionsReadEventArgs { Sections = ["words"] });
        }

        rail.FindAll("li.is-done").ShouldBeEmpty();
        lesson.Progress.Asked.ShouldBe(1);
        lesson.Progress.Refuses = false;
        lesson.Time.Advance(TimeSpan.FromMinutes(1));
        await rail.Find("contents-rail").TriggerEventAsync("onsectionsread", new SectionsReadEventArgs { Sections = ["words"] });
        lesson.Progress.Sections.ShouldBe(["words"]);
    }

    private static IRenderedComponent<ContentsRail> Rail(LessonContext lesson) => lesson.Show<ContentsRail>(p => p.Add(r => r.Lesson, SampleLesson.Lesson));
}
