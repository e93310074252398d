using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;

namespace AslTutorial.Web.Runs;

/// <summary>The answer to a request to train.</summary>
public abstract record RunStart
{
    private RunStart()
    {
    }

    public sealed record Accepted(RunView Run) : RunStart;

    public sealed record Invalid(IReadOnlyList<SettingFault> Faults) : RunStart;

    /// <summary>Too little disk space for another run.</summary>
    public sealed record NoRoom : RunStart;

    /// <summary>Refused by the admission control: too many orders in a short time, or none are taken for a while.</summary>
    public sealed record Refused(Refusal Refusal) : RunStart;

    /// <summary>The learner has <paramref name="Limit"/> runs waiting or running already, or the queue is full.</summary>
    public sealed record OverQuota(int Limit, bool QueueFull) : RunStart;
}
