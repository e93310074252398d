using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;

namespace AslTutorial.Web.Runs;

/// <summary>The answer to a wish to change a run.</summary>
public abstract record RunChanged
{
    private RunChanged()
    {
    }

    /// <summary>Done, or on its way to the trainer.</summary>
    public sealed record Accepted(RunView Run) : RunChanged;

    public sealed record Invalid(IReadOnlyList<SettingFault> Faults) : RunChanged;

    public sealed record NotFound : RunChanged;

    public sealed record NotOwner : RunChanged;

    /// <summary>It shows what has been computed already: that can be paused and skipped, and not steered.</summary>
    public sealed record Replayed : RunChanged;

    /// <summary>It would need a place in the queue of its own, and the queue is full: it takes <paramref name="Limit"/>.</summary>
    public sealed record QueueFull(int Limit) : RunChanged;

    /// <summary>It has ended: only its name and note can be changed.</summary>
    public sealed record Ended : RunChanged;

    /// <summary>By the admission.</summary>
    public sealed record Refused(Refusal Refusal) : RunChanged;
}
