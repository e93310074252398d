using AslTutorial.Training.Contracts;

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

    /// <summary>The learner has <paramref name="Limit"/> runs waiting or running already, or the queue is full.</summary>
    public sealed record OverQuota(int Limit, bool QueueFull) : RunStart;
}
