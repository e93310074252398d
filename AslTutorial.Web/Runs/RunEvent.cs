using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>An event of a run; events come in the order in which they were stored.</summary>
public abstract record RunEvent(Guid RunId)
{
    public sealed record Batch(Guid RunId, BatchProgress Progress) : RunEvent(RunId);

    public sealed record Epoch(Guid RunId, EpochResult Result) : RunEvent(RunId);

    /// <summary>State, position, device or interruptions changed; <paramref name="View"/> replaces the old view.</summary>
    public sealed record Changed(Guid RunId, RunView View) : RunEvent(RunId);
}
