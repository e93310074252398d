using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Hubs;

/// <summary>The payload of RunStateChanged.</summary>
public sealed record LiveState(
    RunState State,
    string? Reason,
    RunFailure? Failure,
    int? Position,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Device,
    DataSetInfo? DataSet,
    int Interruptions,
    bool HasWeights,
    bool Paused,
    DateTimeOffset? FreesAt,
    double? WantedRate,
    bool StopAfterEpoch,
    IReadOnlyList<RateChange> Steering)
{
    public static LiveState From(RunView run) => new(
        run.State,
        run.Failure?.Text,
        run.Failure,
        run.Position,
        run.StartedAt,
        run.EndedAt,
        run.Device,
        run.DataSet,
        run.Interruptions,
        run.HasWeights,
        run.Helm.IsPaused,
        run.Helm.FreesAt,
        run.Helm.WantedRate,
        run.Helm.StopsAfterEpoch,
        run.Settings.Steering?.Rates ?? []);
}
