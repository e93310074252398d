using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;

namespace AslTutorial.Web.Runs;

/// <summary>The answer to a request to change a run.</summary>
public abstract record RunChanged
{
    private RunChanged()
    {
    }

    /// <summary>Done, or sent to the trainer.</summary>
    public sealed record Accepted(RunView Run) : RunChanged;

    public sealed record Invalid(IReadOnlyList<SettingFault> Faults) : RunChanged;

    public sealed record NotFound : RunChanged;

    public sealed record NotOwner : RunChanged;

    /// <summary>The run is a replay of a finished computation: it can be paused and skipped, not steered.</summary>
    public sealed record Replayed : RunChanged;

    /// <summary>The change needs an execution of its own, and the queue already has <paramref name="Limit"/>.</summary>
    public sealed record QueueFull(int Limit) : RunChanged;

    /// <summary>It has ended: only its name and note can be changed.</summary>
    public sealed record Ended : RunChanged;

    /// <summary>Refused by the admission control.</summary>
    public sealed record Refused(Refusal Refusal) : RunChanged;
}
