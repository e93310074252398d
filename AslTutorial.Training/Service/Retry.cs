namespace AslTutorial.Training.Service;

/// <summary>Pauses between attempts: doubling, up to a limit.</summary>
internal sealed class Retry(TimeSpan shortest, TimeSpan longest, TimeProvider time)
{
    private TimeSpan? _next;

    public void Reset() => _next = null;

    public Task WaitAsync(CancellationToken cancel)
    {
        var wait = _next ?? shortest;
        _next = wait * 2 < longest ? wait * 2 : longest;
        return Task.Delay(wait, time, cancel);
    }
}
