using AslTutorial.Lessons.Exercises;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class HintStateTests
{
    private static readonly LocalText[] Hints = [new("一", "one"), new("二", "two"), new("三", "three")];

    [Fact]
    public void Next_BeforeAnAttempt_NothingOpens()
    {
        var state = new HintState(3, 0, HasAttempted: false);
        state.CanShowNext.ShouldBeFalse();
        state.Next().ShouldBe(state);
        (state with { Shown = 2 }).Visible(Hints).ShouldBeEmpty();
    }

    [Fact]
    public void Next_AfterAnAttempt_OneStepAtATimeToTheLast()
    {
        var state = new HintState(3, 0, HasAttempted: false).AfterAttempt();
        state.Visible(Hints).ShouldBeEmpty();
        foreach (var count in new[] { 1, 2, 3 })
        {
            state.CanShowNext.ShouldBeTrue();
            state = state.Next();
            state.Visible(Hints).ShouldBe(Hints.Take(count));
        }

        state.CanShowNext.ShouldBeFalse();
        state.Next().ShouldBe(state);
    }

    [Fact]
    public void Visible_FewerHintsThanStored_ThoseThatAreLeft()
    {
        new HintState(1, 3, HasAttempted: true).Visible(Hints[..1]).ShouldBe(Hints[..1]);
        new HintState(3, -1, HasAttempted: true).Visible(Hints).ShouldBeEmpty();
    }
}
