using AslTutorial.Training.Contracts;
using AslTutorial.Web.Api;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Hubs;

/// <summary>The answer to Watch: the complete state of a run, which later events continue.</summary>
internal sealed record LiveSnapshot(
    Guid RunId,
    RunState State,
    string? Reason,
    RunFailure? Failure,
    int? Position,
    RunSettings Settings,
    IReadOnlyList<EpochResult> Epochs,
    IReadOnlyList<BatchProgress> Batches,
    BatchProgress? LatestBatch,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Device,
    DataSetInfo? DataSet,
    int Interruptions,
    bool HasWeights,
    bool Paused,
    DateTimeOffset? FreesAt,
    double? WantedRate,
    bool StopAfterEpoch)
{
    // A field, so that it is not serialized.
    private Action? _sent;

    /// <summary>Notifies it that it has been written to the connection.</summary>
    public void Sent() => _sent?.Invoke();

    /// <param name="sent">Called when the answer has been written: events sent after that cannot overtake it.</param>
    public static LiveSnapshot From(RunSnapshot snapshot, Action sent)
    {
        var run = snapshot.Run;
        return new(
            run.Id,
            run.State,
            run.Failure?.Text,
            run.Failure,
            run.Position,
            RunSettings.From(run.Settings),
            run.Epochs,
            snapshot.Batches,
            snapshot.LatestBatch,
            run.CreatedAt,
            run.StartedAt,
            run.EndedAt,
            run.Device,
            run.DataSet,
            run.Interruptions,
            run.HasWeights,
            run.Helm.IsPaused,
            run.Helm.FreesAt,
            run.Helm.WantedRate,
            run.Helm.StopsAfterEpoch)
        {
            _sent = sent,
        };
    }
}
