using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>Something that happened to a run, in the order it was stored.</summary>
public abstract record RunEvent(Guid RunId)
{
    public sealed record Batch(Guid RunId, BatchProgress Progress) : RunEvent(RunId);

    public sealed record Epoch(Guid RunId, EpochResult Result) : RunEvent(RunId);

    /// <summary>State, position, device or interruptions changed: <paramref name="View"/> is the new truth.</summary>
    public sealed record Changed(Guid RunId, RunView View) : RunEvent(RunId);
}
