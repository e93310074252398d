using AslTutorial.Lessons.Tests.Checking;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>What waits for the answer to a question.</summary>
public sealed class AfterTests
{
    [Fact]
    public void Read_After_HoldsProseAndComponentsInOrder()
    {
        using var sample = new SampleLesson();
        foreach (var file in new[] { "en.md", "zh-CN.md" })
        {
            sample.Break(file, "::: widget dial\n:::\n", ":::: after guess\nBefore.\n\n::: widget dial\n:::\n\nBehind.\n::::\n\n::: after guess\nMore.\n:::\n\n::: predictions\n:::\n\n::: own-run\n:::\n\n::: confusion\n:::\n\n::: inside\n:::\n\n::: training guess\n:::\n");
        }

        sample.Check().Faults.ShouldBeEmpty();
        var blocks = sample.Library().Find("sample", "en")!.Sections.Single().Blocks;
        var afters = blocks.OfType<LessonBlock.After>().ToList();
        afters.Select(after => after.Id).ShouldBe(["after-1", "after-2"]);
        afters.ShouldAllBe(after => after.Questions.Single() == "guess");
        afters[0].Blocks.ShouldBe([new LessonBlock.Prose("<p>Before.</p>\n"), new LessonBlock.Widget("dial"), new LessonBlock.Prose("<p>Behind.</p>\n")]);
        LessonBlock.Unfold(blocks).Count().ShouldBe(blocks.Count + 2);
        blocks.OfType<LessonBlock.Predictions>().Single().Questions.Select(question => question.Id).ShouldBe(["guess"]);
        blocks.OfType<LessonBlock.OwnRun>().ShouldHaveSingleItem();
        blocks.OfType<LessonBlock.Confusion>().ShouldHaveSingleItem();
        blocks.OfType<LessonBlock.Inside>().ShouldHaveSingleItem();
        blocks.OfType<LessonBlock.Training>().Single().Question.ShouldBe("guess");
    }
}
