using AslTutorial.Web.Content.Saved;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Content.Saved;

public sealed class DebounceTests
{
    private static readonly TimeSpan Moment = Debounce.Quiet / 4;

    private readonly FakeTimeProvider _time = new();
    private int _calls;

    [Fact]
    public void Poke_ManyInAMoment_OneCallOnceItIsQuiet()
    {
        using var saves = Saves();
        for (var i = 0; i < 3; i++)
        {
            saves.Poke();
            _time.Advance(Moment);
        }

        _calls.ShouldBe(0);
        _time.Advance(Debounce.Quiet);
        _calls.ShouldBe(1);
        _time.Advance(Debounce.Longest);
        _calls.ShouldBe(1);
    }

    [Fact]
    public void Poke_WithoutEnd_CalledAllTheSame()
    {
        using var saves = Saves();
        for (var passed = TimeSpan.Zero; passed <= Debounce.Longest; passed += Moment)
        {
            saves.Poke();
            _time.Advance(Moment);
        }

        _calls.ShouldBe(1);
    }

    [Fact]
    public void Poke_AfterACall_CallsAgain()
    {
        using var saves = Saves();
        saves.Poke();
        _time.Advance(Debounce.Quiet);
        saves.Poke();
        _time.Advance(Debounce.Quiet);
        _calls.ShouldBe(2);
    }

    [Fact]
    public void Dispose_WithACallDue_NoCall()
    {
        var saves = Saves();
        saves.Poke();
        saves.Dispose();
        saves.Poke();
        _time.Advance(Debounce.Longest);
        _calls.ShouldBe(0);
    }

    private Debounce Saves() => new(_time, () => _calls++);
}
