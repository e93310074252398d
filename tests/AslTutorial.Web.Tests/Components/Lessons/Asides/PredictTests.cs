using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Web.Components.Lessons.Asides;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Lessons.Asides;

public sealed class PredictTests
{
    [Fact]
    public void Check_Answered_ShowsPredictionVerdictAndExplanation()
    {
        using var lesson = new LessonContext();
        lesson.Exercises.OnAnswer = _ => new("784 1", new(VerdictStatus.Wrong, "That counts pixels.", "(784, 1)", "Five images."));
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape));
        predict.Find("input").Change("784 1");
        predict.Find("[data-check]").Click();
        predict.WaitForAssertion(() => predict.Find(".predict-outcome").ClassList.ShouldContain("is-wrong"));
        predict.Find(".predicted").TextContent.ShouldBe("784 1");
        predict.Find(".result-line").TextContent.ShouldContain("That counts pixels.");
        predict.Find(".read-as code").TextContent.ShouldBe("(784, 1)");
        predict.Find(".predict-explained").TextContent.ShouldBe("Five images.");
        predict.FindAll("input, [data-check]").ShouldBeEmpty();
        lesson.Exercises.Asked.ShouldBe(["answer shape"]);
    }

    [Fact]
    public void Check_Unreadable_SaysWhyAndStaysOpen()
    {
        using var lesson = new LessonContext();
        lesson.Exercises.OnAnswer = _ => new(null, new(VerdictStatus.Invalid, "Write a number.", null, null));
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape));
        predict.Find("input").Change("many");
        predict.Find("[data-check]").Click();
        predict.WaitForAssertion(() => predict.Find(".predict-unread").TextContent.ShouldBe("Write a number."));
        predict.Find("input").Change("many");
        predict.Find(".predict-unread").TextContent.ShouldBe("Write a number.");
        predict.Find("input").Change("7");
        predict.WaitForAssertion(() => predict.FindAll(".predict-unread").ShouldBeEmpty());
    }

    [Fact]
    public void Check_AskedForAgainWithAnotherText_IsDoneAfterTheUnreadableOne()
    {
        using var lesson = new LessonContext();
        var gate = new TaskCompletionSource();
        lesson.Exercises.Gate = gate.Task;
        lesson.Exercises.OnAnswer = _ => lesson.Exercises.Asked.Count == 1
            ? new(null, new(VerdictStatus.Invalid, "Write a number.", null, null))
            : new("7", new(VerdictStatus.Correct, "Right.", null, null));
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape));
        predict.Find("input").Change("many");
        predict.Find("[data-check]").Click();
        predict.Find("[data-check]").Click();
        predict.Find("input").Change("7");
        predict.Find("[data-check]").Click();
        gate.SetResult();
        predict.WaitForAssertion(() => predict.Find(".predict-outcome").ClassList.ShouldContain("is-right"));
        lesson.Exercises.Asked.ShouldBe(["answer shape", "answer shape"]);
    }

    [Fact]
    public void OfACell_CheckedAtOnceOrAnsweredByItsRun()
    {
        using var lesson = new LessonContext();
        lesson.Notebooks.Values[("predict:who", "answer")] = "a";
        var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Question));
        predict.Find("[data-check]").HasAttribute("disabled").ShouldBeFalse();
        predict.FindAll(".predict-outcome").ShouldBeEmpty();
        predict.Find(".predict-kept a").GetAttribute("href").ShouldBe("lessons/cnn#peek");
        lesson.Exercises.Questions["who"] = new("a", new(VerdictStatus.Correct, "Right.", null, "Because."));
        lesson.Notebooks.Tell();
        predict.WaitForAssertion(() => predict.Find(".predict-outcome").ClassList.ShouldContain("is-right"));
        predict.FindAll("input").ShouldAllBe(option => option.HasAttribute("disabled"));
        predict.FindAll("[data-check]").ShouldBeEmpty();
        predict.Find("label:has([checked])").TextContent.ShouldBe("The one");
        predict.Find("choice-place").HasAttribute("data-key").ShouldBeFalse();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void NothingDone_HowToSubmitStandsAtTheFieldAndAtTheOptions(string culture)
    {
        using var lesson = new LessonContext(culture);
        foreach (var question in new[] { SampleLesson.Shape, SampleLesson.Question })
        {
            var predict = lesson.Show<PredictView>(p => p.Add(q => q.Question, question));
            predict.Find(".predict-answer [data-check]").TextContent.ShouldBe(culture == "en" ? "Check my prediction" : "核对我的猜测");
            predict.Find(".predict-answer kbd").TextContent.ShouldBe("Enter");
        }
    }

    [Fact]
    public void SomethingWaitsForTheAnswer_IsMarkedAsAnsweredBelow()
    {
        using var lesson = new LessonContext();
        lesson.Open([new LessonBlock.After("after-1", ["who"], [])]);
        lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Question)).Find(".predict-below").TextContent.ShouldBe("Answered below.");
        lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape)).FindAll(".predict-below").ShouldBeEmpty();
    }

    [Fact]
    public void Answered_BeforeTheCircuit_IsInTheFirstResponse()
    {
        using var lesson = new LessonContext(interactive: false);
        lesson.Exercises.Questions["shape"] = new("5", new QuestionVerdict(VerdictStatus.Correct, "Right.", null, "Because."));
        lesson.Show<PredictView>(p => p.Add(q => q.Question, SampleLesson.Shape)).Markup.ShouldContain("Because.");
    }
}
