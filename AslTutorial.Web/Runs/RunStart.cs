using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;

namespace AslTutorial.Web.Runs;

/// <summary>The answer to a wish to train.</summary>
public abstract record RunStart
{
    private RunStart()
    {
    }

    public sealed record Accepted(RunView Run) : RunStart;

    public sealed record Invalid(IReadOnlyList<SettingFault> Faults) : RunStart;

    /// <summary>The disk has too little room for another run.</summary>
    public sealed record NoRoom : RunStart;

    /// <summary>Too many were ordered in a short time, or none may be for a time.</summary>
    public sealed record Refused(Refusal Refusal) : RunStart;

    /// <summary>The learner has <paramref name="Limit"/> runs waiting or running already, or the queue is full.</summary>
    public sealed record OverQuota(int Limit, bool QueueFull) : RunStart;
}
