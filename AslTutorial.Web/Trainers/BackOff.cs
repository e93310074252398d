namespace AslTutorial.Web.Trainers;

/// <summary>The wait before a trainer is started again: doubles from a second to a minute, and is a second again after a minute of health.</summary>
internal sealed class BackOff
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);

    private TimeSpan _next = Shortest;

    public TimeSpan After(TimeSpan lived)
    {
        if (lived >= Healthy)
        {
            _next = Shortest;
        }

        var wait = _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }
}
