using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>A run as pages and the API show it.</summary>
/// <param name="Lesson">The slug of the lesson it belongs to.</param>
/// <param name="Position">Place in the queue, 1 for the next to start; null when not queued.</param>
/// <param name="Failure">Set when <paramref name="State"/> is failed.</param>
/// <param name="Epochs">Every epoch so far, in order.</param>
/// <param name="Device">The device's name for people, once a trainer has taken the run.</param>
/// <param name="DataSet">The data set it trains on, once a trainer has taken the run.</param>
/// <param name="Interruptions">How often the run lost its trainer and went back to the queue.</param>
/// <param name="Steering">How it is being steered; null for not at all.</param>
/// <param name="RepeatOf">The run that it repeats; null where it is none's repeat.</param>
/// <param name="Name">The owner's, for whoever looks.</param>
/// <param name="Note">The same.</param>
public sealed record RunView(
    Guid Id,
    string Lesson,
    RunState State,
    TrainingSettings Settings,
    int? Position,
    RunFailure? Failure,
    IReadOnlyList<EpochResult> Epochs,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Device,
    DataSetInfo? DataSet,
    int Interruptions,
    bool HasWeights,
    RunHelm? Steering = null,
    Guid? RepeatOf = null,
    string? Name = null,
    string? Note = null)
{
    /// <summary>The computation that it shows: what its files and its trainer know it by.</summary>
    public Guid ExecutionId { get; init; }

    /// <summary>Whether others show the same computation while it goes on.</summary>
    public bool IsShared { get; init; }

    /// <summary>Null where it is, or was, computed for this run.</summary>
    public RunReplay? Replay { get; init; }

    /// <summary>The computation that it was steered away from; null for none.</summary>
    public Guid? TrunkId { get; init; }

    /// <summary>The epochs whose files are with <see cref="TrunkId"/>.</summary>
    public int TrunkEpochs { get; init; }

    /// <summary>How long its training took, whomever it was for; null before its end.</summary>
    [JsonIgnore]
    public TimeSpan? Took => Replay is { } replay ? TimeSpan.FromSeconds(replay.Seconds)
        : EndedAt > StartedAt ? EndedAt - StartedAt
        : null;

    [JsonIgnore]
    public RunHelm Helm => Steering ?? new();

    /// <summary>What a run has to be started with to become the same: one that was completed early has no more epochs than that.</summary>
    public TrainingSettings SettingsToRepeat() => State == RunState.Completed && Epochs.Count > 0 ? Settings with { Epochs = Epochs.Count } : Settings;
}
