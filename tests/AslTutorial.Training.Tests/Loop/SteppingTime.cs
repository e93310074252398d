namespace AslTutorial.Training.Tests.Loop;

/// <summary>A clock that goes on by itself, by the same step, each time it is read.</summary>
internal sealed class SteppingTime(TimeSpan step) : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now += step.Ticks;

    public void Advance(TimeSpan by) => _now += by.Ticks;
}
