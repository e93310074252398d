namespace AslTutorial.Web.Admission;

public enum RefusalReason
{
    /// <summary>Too much in too short a time.</summary>
    TooMuch,

    /// <summary>The operator blocks the address for a time.</summary>
    Blocked,

    /// <summary>The site is read-only for a time.</summary>
    ReadOnly,
}

/// <summary>A refusal to a caller.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Wait">When to try again.</param>
public sealed record Refusal(RefusalReason Reason, TimeSpan Wait)
{
    /// <summary>For the Retry-After header.</summary>
    public int Seconds => (int)Math.Clamp(Math.Ceiling(Wait.TotalSeconds), 1, TimeSpan.SecondsPerDay);
}

/// <summary>The answer of <see cref="AdmissionDesk"/>; dispose it when the action is over.</summary>
internal sealed class Admitted(Refusal? refusal, IReadOnlyList<IDisposable> leases) : IDisposable
{
    public static readonly Admitted Freely = new(null, []);

    /// <summary>Null if admitted.</summary>
    public Refusal? Refusal => refusal;

    public void Dispose()
    {
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
