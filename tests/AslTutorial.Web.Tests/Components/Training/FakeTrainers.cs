using AslTutorial.Training.Contracts;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Components.Training;

internal sealed class FakeTrainers : ITrainerDirectory
{
    private Action? _changed;

    public event Action? Changed
    {
        add => _changed += value;
        remove => _changed -= value;
    }

    public IReadOnlyList<TrainerStatus> All { get; private set; } = [Connected(TrainerPhase.Idle)];

    public bool IsWatched => _changed is not null;

    /// <param name="fault">The fault's code.</param>
    public static TrainerStatus Connected(TrainerPhase phase, string? fault = null) =>
        new("1", true, new("host", 1, phase, new("cpu", "CPU, 2 threads", 2), SampleRuns.Synthetic, null, fault is null ? null : TrainerFaultCodes.Describe(fault), 1, fault), 0, null);

    public void Become(params TrainerStatus[] trainers)
    {
        All = trainers;
        _changed?.Invoke();
    }
}
