namespace AslTutorial.Web.Runs;

/// <summary>Dispose to leave.</summary>
public sealed class RunSubscription(RunSnapshot snapshot, Action leave) : IDisposable
{
    public RunSnapshot Snapshot { get; } = snapshot;

    public void Dispose() => leave();
}
