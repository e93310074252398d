using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Lessons.Asides;
using AslTutorial.Web.Components.Lessons.Figures;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Components.Lessons.Asides;

public sealed class AsidesTests
{
    [Fact]
    public void Reveal_Closed_NothingOfItIsInThePage()
    {
        using var lesson = new LessonContext();
        var reveal = lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.More));
        reveal.Markup.ShouldNotContain("read on");
        reveal.Find(".reveal-title").Click();
        reveal.Markup.ShouldContain("read on");
        reveal.Find(".reveal-title").GetAttribute("aria-expanded").ShouldBe("true");
        reveal.Find(".reveal-title").Click();
        reveal.Markup.ShouldNotContain("read on");
    }

    [Fact]
    public void Reveal_Solution_AsksOnce()
    {
        using var lesson = new LessonContext();
        var reveal = lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.Solution));
        reveal.Find(".reveal-title").Click();
        reveal.Markup.ShouldNotContain("42");
        reveal.Find(".reveal-ask button").Click();
        reveal.Markup.ShouldContain("42");
        reveal.Find(".reveal-title").Click();
        reveal.Find(".reveal-title").Click();
        reveal.Markup.ShouldContain("42");
    }

    [Fact]
    public void Reveal_OpenedBefore_IsOpenOnReturn()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Values[("reveal:more", "open")] = "yes";
        lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.More)).Markup.ShouldContain("read on");
    }

    [Fact]
    public void Opened_WhileNothingIsKept_IsOpenAndTheReaderIsTold()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.OnSet = (_, _) => "Nothing can be changed.";
        var said = new List<string>();
        lesson.Services.GetRequiredService<PageRefusals>().Said += said.Add;

        var reveal = lesson.Show<RevealView>(p => p.Add(r => r.Reveal, SampleLesson.More));
        reveal.Find(".reveal-title").Click();
        reveal.Markup.ShouldContain("read on");
        said.ShouldBe(["Nothing can be changed."]);

        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape));
        predict.Find("input").Change("784");
        predict.WaitForAssertion(() => predict.Find(".predict-unread").TextContent.ShouldBe("Nothing can be changed."));
    }

    [Fact]
    public void Predict_Chosen_KeptAndShown()
    {
        using var lesson = new LessonContext();
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Question));
        predict.FindAll("input[type=radio]")[1].Change("b");
        predict.WaitForAssertion(() => predict.Find("choice-place").GetAttribute("data-kept").ShouldBe("b"));
        predict.Find("choice-place").GetAttribute("data-ack").ShouldBe("b");
        predict.FindAll("input[checked]").ShouldBeEmpty();
        lesson.Notebooks.Values[("predict:who", "answer")].ShouldBe("b");
        predict.Find(".predict-kept a").GetAttribute("href").ShouldBe("lessons/cnn#peek");
    }

    [Fact]
    public void Predict_ChosenAsBeforeAnotherTabChose_IsAcknowledgedAgain()
    {
        using var lesson = new LessonContext();
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Question));
        predict.FindAll("input[type=radio]")[1].Change("b");
        predict.WaitForAssertion(() => predict.Find("choice-place").GetAttribute("data-ack").ShouldBe("b"));

        lesson.Notebooks.Values[("predict:who", "answer")] = "a";
        lesson.Notebooks.Tell();
        predict.WaitForAssertion(() => predict.Find("choice-place").HasAttribute("data-ack").ShouldBeFalse());

        predict.FindAll("input[type=radio]")[1].Change("b");
        predict.WaitForAssertion(() => predict.Find("choice-place").GetAttribute("data-ack").ShouldBe("b"));
    }

    [Fact]
    public void Predict_Written_Kept()
    {
        using var lesson = new LessonContext();
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape));
        predict.Find("input[type=text]").Change("5 1 28 28");
        predict.WaitForAssertion(() => predict.Find("code-place").GetAttribute("data-kept").ShouldBe("5 1 28 28"));
        lesson.Notebooks.Values[("predict:shape", "answer")].ShouldBe("5 1 28 28");
    }

    [Fact]
    public void Figure_BothDrawingsCaptionAndPlayer()
    {
        using var lesson = new LessonContext();
        var figure = lesson.Show<FigureView>(p => p.Add(f => f.Figure, SampleLesson.Figure));
        figure.Find(".figure-wide svg").ClassName.ShouldBe("w");
        figure.Find(".figure-narrow svg").ClassName.ShouldBe("n");
        figure.Find("figcaption").TextContent.ShouldBe("A caption.");
        figure.Find("figure-steps").GetAttribute("data-steps").ShouldBe("4");
        figure.FindAll(".figure-player button").Count.ShouldBe(3);
        lesson.Show<FigureView>(p => p.Add(f => f.Figure, SampleLesson.Figure with { Steps = 0 })).FindAll(".figure-player").ShouldBeEmpty();
    }
}
