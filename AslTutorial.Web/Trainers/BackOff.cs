namespace AslTutorial.Web.Trainers;

/// <summary>The wait before restarting a trainer: doubles from 1 s to 1 min; 1 s again after a minute without a fault.</summary>
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
