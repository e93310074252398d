using AngleSharp.Dom;
using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Components.Lessons;
using AslTutorial.Web.Components.Lessons.Takeover;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Asides;

/// <summary>What gives an answer away is folded until its questions are answered or skipped.</summary>
public sealed class AfterTests
{
    private static readonly LessonBlock Prose = new LessonBlock.Prose("<p>It is five.</p>");
    private static readonly LessonBlock.After Both = new("after-1", ["who", "shape"], [Prose, new LessonBlock.Code(SampleLesson.Peek)]);

    [Theory]
    [InlineData("en", "Answer the 2 questions above first: what follows gives their answers away.", "Skip them")]
    [InlineData("zh-CN", "先回答上面的 2 个问题，下面的内容会说出答案。", "都跳过")]
    public void Untouched_IsFoldedBehindOneLineThatLeadsToTheQuestion(string culture, string line, string skip)
    {
        using var lesson = new LessonContext(culture);
        var page = Show(lesson, Both);
        Body(page).GetAttribute("hidden").ShouldBe("until-found");
        page.Find(".after-line p").TextContent.ShouldBe(line);
        page.Find(".after-line a").GetAttribute("href").ShouldBe("lessons/cnn#who");
        var button = page.Find("[data-skip]");
        button.TextContent.ShouldBe(skip);
        button.GetAttribute("aria-expanded").ShouldBe("false");
        button.GetAttribute("aria-controls").ShouldBe(Body(page).Id);
    }

    [Fact]
    public void Answered_OneByOne_OpensAfterTheLast()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, Both);
        lesson.Exercises.Questions["who"] = new("b", new(VerdictStatus.Wrong, "No.", null, "Because."), "The one");
        lesson.Notebooks.Tell();
        page.WaitForAssertion(() => page.Find(".after-line a").GetAttribute("href").ShouldBe("lessons/cnn#shape"));
        page.Find(".after-line p").TextContent.ShouldStartWith("Answer the question above first");
        Body(page).HasAttribute("hidden").ShouldBeTrue();
        lesson.Exercises.Questions["shape"] = new("5", new(VerdictStatus.Correct, "Right.", null, "Because."), "5");
        lesson.Notebooks.Tell();
        page.WaitForAssertion(() => Body(page).HasAttribute("hidden").ShouldBeFalse());
        page.FindAll(".after-line").ShouldBeEmpty();
    }

    [Fact]
    public void Skipped_OpensAndIsKept()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, Both);
        page.Find("[data-skip]").Click();
        Body(page).HasAttribute("hidden").ShouldBeFalse();
        lesson.Notebooks.Values.Keys.Where(place => place.Name == "skipped").Select(place => place.Cell).Order().ShouldBe(["predict:shape", "predict:who"]);

        using var later = new LessonContext(interactive: false);
        later.Notebooks.Values[("predict:who", "skipped")] = later.Notebooks.Values[("predict:shape", "skipped")] = "yes";
        Body(Show(later, Both)).HasAttribute("hidden").ShouldBeFalse();
    }

    [Fact]
    public void FirstResponse_IsInThePageAndItsButtonWaitsForTheCircuit()
    {
        using var lesson = new LessonContext(interactive: false);
        var page = Show(lesson, Both);
        Body(page).TextContent.ShouldContain("It is five.");
        page.Find("[data-skip]").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void TakenOver_ItsBlocksAreTheBrowsersLikeAnyOther()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, Both, isUnderWay: true);
        page.Find(".after-body lesson-block[data-kept=still]").GetAttribute("data-block").ShouldBe("it/0/0");
        page.Find(".after-body lesson-block[data-kept=waiting]").GetAttribute("data-block").ShouldBe("it/0/1");
    }

    [Fact]
    public void SavedAnew_FollowsTheQuestionsItNamesNow()
    {
        using var lesson = new LessonContext();
        var page = Show(lesson, Both);
        page.Render(blocks => blocks.Add(p => p.Blocks, [Both with { Questions = ["shape"] }]));
        lesson.Exercises.Questions["shape"] = new("5", new(VerdictStatus.Correct, "Right.", null, "Because."), "5");
        lesson.Notebooks.Tell();
        page.WaitForAssertion(() => Body(page).HasAttribute("hidden").ShouldBeFalse());
    }

    private static IElement Body(IRenderedComponent<LessonBlocks> page) => page.Find(".after-body");

    private static IRenderedComponent<LessonBlocks> Show(LessonContext lesson, LessonBlock block, bool isUnderWay = false) =>
        lesson.Render<LessonBlocks>(page => page
            .Add(p => p.Of, "it")
            .Add(p => p.Blocks, [block])
            .AddCascadingValue(lesson.Desk)
            .AddCascadingValue(new LessonTakeover(isUnderWay)));
}
