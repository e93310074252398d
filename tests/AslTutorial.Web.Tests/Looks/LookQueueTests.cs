using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Looks;

public sealed class LookQueueTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_TrainerThere_AnswersWithItsFile()
    {
        await using var trainer = await TrainerAsync();

        var reply = await Ask(Site, image: 7);

        reply.ShouldBeOfType<LookOutcome.File>().Bytes.ShouldBe(Samples.Look(new(LookView.Whole) { Image = 7 }).File);
    }

    [Fact]
    public async Task Ask_TrainerSaysMuchOfItsFault_IsOneShortLineForEverybody()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        foreach (var code in new[] { LookFaultCodes.Internal, LookFaultCodes.NotReady, "made up" })
        {
            trainer.OnLook = _ => Task.FromResult(new LookResult([], new(code, "line\n" + new string('x', 700_000))));

            var text = (await Ask(site, image: 7)).ShouldBeOfType<LookOutcome.Refused>().Fault.Text;

            text.Length.ShouldBeLessThanOrEqualTo(300);
            text.ShouldStartWith("line xxx");
        }
    }

    [Fact]
    public async Task Ask_NoTrainerWithThatData_SaysSo()
    {
        (await Ask(Site, 1)).ShouldBeOfType<LookOutcome.NoTrainer>();
        await using var trainer = await TrainerAsync();

        (await Ask(Site, 1, digest: "other")).ShouldBeOfType<LookOutcome.NoTrainer>();
    }

    [Fact]
    public async Task Ask_SliderDragged_OnlyTheNewestThatWaitsIsAnswered()
    {
        await using var trainer = await TrainerAsync();
        var (gate, seen) = Hold(trainer);
        // Two are under way; what comes now waits.
        var (first, second) = (Ask(Site, 1, "a"), Ask(Site, 2, "b"));

        var dragged = Enumerable.Range(10, 50).Select(image => Ask(Site, image, "slider")).ToList();
        gate.SetResult();

        var outcomes = await Task.WhenAll(dragged);
        outcomes[..^1].ShouldAllBe(outcome => outcome is LookOutcome.Superseded);
        outcomes[^1].ShouldBeOfType<LookOutcome.File>();
        (await first).ShouldBeOfType<LookOutcome.File>();
        (await second).ShouldBeOfType<LookOutcome.File>();
        seen.ShouldBe([1, 2, 59], ignoreOrder: true);
    }

    [Fact]
    public async Task Ask_FiftyReaders_AreServedInTurn()
    {
        await using var trainer = await TrainerAsync();
        var (gate, seen) = Hold(trainer);

        var asked = new List<Task<LookOutcome>>();
        for (var reader = 0; reader < 50; reader++)
        {
            asked.Add(Ask(Site, reader, $"reader {reader}"));
        }

        gate.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(outcome => outcome is LookOutcome.File);
        seen.Count.ShouldBe(50);
        // Two at a time are under way, and the one may take as long as it likes: never do three stand in the opposite order.
        LongestFall(seen).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Ask_MoreThanMayWait_AreRefusedAtOnce()
    {
        await using var site = await TestSite.StartAsync(("Looks:Waiting", "3"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var (gate, _) = Hold(trainer);
        var waiting = Enumerable.Range(0, 5).Select(reader => Ask(site, reader, $"reader {reader}")).ToList();

        (await Ask(site, 9, "one too many")).ShouldBeOfType<LookOutcome.Busy>();

        gate.SetResult();
        (await Task.WhenAll(waiting)).ShouldAllBe(outcome => outcome is LookOutcome.File);
    }

    [Fact]
    public async Task Ask_AskerGoneWhileItWaits_LeavesTheLine()
    {
        await using var trainer = await TrainerAsync();
        var (gate, seen) = Hold(trainer);
        var under = new[] { Ask(Site, 1, "a"), Ask(Site, 2, "b") };
        using var gone = new CancellationTokenSource();
        var left = Site.Services.GetRequiredService<LookQueue>().AskAsync(new(LookView.Whole) { Image = 3 }, FakeTrainer.Data.Digest, "c", gone.Token);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(left);
        gate.SetResult();
        await Task.WhenAll(under);
        seen.ShouldNotContain(3);
    }

    [Fact]
    public async Task Ask_TrainerLostMeanwhile_SaysThatNoneIsThere()
    {
        var trainer = await TrainerAsync();
        Hold(trainer);
        var asked = Ask(Site, 1);

        await trainer.DisposeAsync();

        (await asked).ShouldBeOfType<LookOutcome.NoTrainer>();
    }

    private static Task<LookOutcome> Ask(TestSite site, int image, string viewer = "me", string? digest = null) =>
        site.Services.GetRequiredService<LookQueue>().AskAsync(new(LookView.Whole) { Image = image }, digest ?? FakeTrainer.Data.Digest, viewer, Cancel);

    /// <summary>How many of them, at most, each come after a greater one: as many lines in order as they can be dealt into.</summary>
    private static int LongestFall(IEnumerable<int> numbers)
    {
        var lines = new List<int>();
        foreach (var number in numbers)
        {
            if (lines.FindIndex(last => last < number) is var line && line >= 0)
            {
                lines[line] = number;
            }
            else
            {
                lines.Add(number);
            }
        }

        return lines.Count;
    }

    /// <summary>The trainer answers when the gate opens, and notes which images it was asked for.</summary>
    private static (TaskCompletionSource Gate, List<int> Seen) Hold(FakeTrainer trainer)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new List<int>();
        trainer.OnLook = async order =>
        {
            lock (seen)
            {
                seen.Add(order.Image);
            }

            await gate.Task;
            return Samples.Look(order);
        };
        return (gate, seen);
    }
}
