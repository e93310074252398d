using AslTutorial.Web.Cluster;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Cluster;

public sealed class OwnerCallsTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly FakeTimeProvider _time = new();
    private int _calls;

    [Fact]
    public async Task TryAsync_OwnerThere_AsksOnce()
    {
        (await OwnerCalls.TryAsync(() => AnswerAfter(losses: 0), _time)).ShouldBe("answer");

        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task TryAsync_NodeLost_AsksWhoComesAfterAPause()
    {
        var call = OwnerCalls.TryAsync(() => AnswerAfter(losses: 2), _time);
        _calls.ShouldBe(1);

        _time.Advance(Pause / 2);
        _calls.ShouldBe(1);
        _time.Advance(Pause / 2);
        await Eventually.ShouldBeTrueAsync(() => _calls == 2, "the owner is asked again");

        (await InTimeAsync(call)).ShouldBe("answer");
        _calls.ShouldBe(3);
    }

    [Fact]
    public async Task TryAsync_NoNodeHasIt_GivesUp()
    {
        var call = OwnerCalls.TryAsync(() => AnswerAfter(losses: int.MaxValue), _time);

        (await Should.ThrowAsync<SiloUnavailableException>(() => InTimeAsync(call))).Message.ShouldBe($"lost {_calls}");
        // Longer than a lost node is taken for one that is there, and not for ever.
        _calls.ShouldBeInRange(6, 20);
    }

    [Fact]
    public async Task TryAsync_FaultOfTheOwner_IsNotTriedAgain()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => OwnerCalls.TryAsync<string>(
            () =>
            {
                _calls++;
                throw new InvalidOperationException();
            },
            _time));

        _calls.ShouldBe(1);
    }

    private async Task<string> AnswerAfter(int losses)
    {
        _calls++;
        await Task.CompletedTask;
        return _calls > losses ? "answer" : throw new SiloUnavailableException($"lost {_calls}");
    }

    private async Task<string> InTimeAsync(Task<string> call)
    {
        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                _time.Advance(Pause);
                return call.IsCompleted;
            },
            "the call ends");
        return await call;
    }
}
