namespace AslTutorial.Web.Admission;

/// <summary>Why something was refused.</summary>
public enum RefusalReason
{
    /// <summary>Too much in too short a time.</summary>
    TooMuch,

    /// <summary>The operator keeps the address out for a time.</summary>
    Blocked,

    /// <summary>The site is only to be read for a time.</summary>
    ReadOnly,
}

/// <summary>What a caller is told who may not.</summary>
/// <param name="Reason">Why not.</param>
/// <param name="Wait">After how long to ask again.</param>
public sealed record Refusal(RefusalReason Reason, TimeSpan Wait)
{
    /// <summary>For Retry-After.</summary>
    public int Seconds => (int)Math.Clamp(Math.Ceiling(Wait.TotalSeconds), 1, TimeSpan.SecondsPerDay);
}

/// <summary>The answer of <see cref="AdmissionDesk"/>; to be disposed when what was asked for is over.</summary>
internal sealed class Admitted(Refusal? refusal, IReadOnlyList<IDisposable> leases) : IDisposable
{
    public static readonly Admitted Freely = new(null, []);

    /// <summary>Null where it may go on.</summary>
    public Refusal? Refusal => refusal;

    public void Dispose()
    {
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
