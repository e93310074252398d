using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Components.Training;

internal static class SampleRuns
{
    public static Guid Id { get; } = new("11111111-2222-3333-4444-555555555555");

    public static DataSetInfo Synthetic { get; } = new(DataSetInfo.Synthetic, 27455, 7172, "ab");

    /// <summary>The second epoch of the lesson's reference run.</summary>
    public static EpochResult Epoch(int number, double validAccuracy = 0.9774) =>
        new(number, 14.8527, 14.8527 / 858, 0.9958, 14.5266, 14.5266 / 225, validAccuracy, 12, 11, "CPU, 2 threads");

    public static BatchProgress Batch(int epoch, int batch) => new(epoch, batch, 858, 0.5, 0.8, 1340.4, 175);

    public static RunView Queued(int position) => new(
        Id, "cnn", RunState.Queued, new TrainingSettings(), position, null, [], DateTimeOffset.UnixEpoch, null, null, null, null, 0, false);

    public static RunView Running(int epochs) => Queued(1) with
    {
        State = RunState.Running,
        Position = null,
        StartedAt = DateTimeOffset.UnixEpoch,
        Device = "CPU, 2 threads",
        DataSet = Synthetic,
        Epochs = [.. Enumerable.Range(0, epochs).Select(n => Epoch(n))],
    };

    public static RunView Ended(RunState state, RunFailure? failure = null) => Running(2) with
    {
        State = state,
        EndedAt = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(250),
        Epochs = [Epoch(0, 0.9922), Epoch(1, 0.9774)],
        Failure = failure,
        HasWeights = state == RunState.Completed,
    };
}
