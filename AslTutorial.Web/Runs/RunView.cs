using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Runs;

/// <summary>A run as pages and the API show it.</summary>
/// <param name="Lesson">The slug of the lesson it belongs to.</param>
/// <param name="Position">Place in the queue, 1 for the next to start; null when not queued.</param>
/// <param name="Failure">Set when <paramref name="State"/> is failed.</param>
/// <param name="Epochs">Every epoch so far, in order.</param>
/// <param name="Device">The device's display name, once a trainer has taken the run.</param>
/// <param name="DataSet">The data set it trains on, once a trainer has taken the run.</param>
/// <param name="Interruptions">How often the run lost its trainer and went back to the queue.</param>
/// <param name="Steering">Current steering; null if there is none.</param>
/// <param name="RepeatOf">The run that it repeats; null if it is no repeat.</param>
/// <param name="Name">Chosen by the owner, visible to everybody.</param>
/// <param name="Note">Written by the owner, visible to everybody.</param>
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
    /// <summary>The computation that it shows; its files and its trainer use this id.</summary>
    public Guid ExecutionId { get; init; }

    /// <summary>Whether other runs show the same computation while it goes on.</summary>
    public bool IsShared { get; init; }

    /// <summary>Null if the run was computed for itself or is shared live.</summary>
    public RunReplay? Replay { get; init; }

    /// <summary>The computation from which this run was forked by steering; null for none.</summary>
    public Guid? TrunkId { get; init; }

    /// <summary>Number of epochs whose files are with <see cref="TrunkId"/>.</summary>
    public int TrunkEpochs { get; init; }

    /// <summary>How long the original training took; null until it ends.</summary>
    [JsonIgnore]
    public TimeSpan? Took => Replay is { } replay ? TimeSpan.FromSeconds(replay.Seconds)
        : EndedAt > StartedAt ? EndedAt - StartedAt
        : null;

    [JsonIgnore]
    public RunHelm Helm => Steering ?? new();

    /// <summary>The settings that give the same run again: one that was completed early has only so many epochs.</summary>
    public TrainingSettings SettingsToRepeat() => State == RunState.Completed && Epochs.Count > 0 ? Settings with { Epochs = Epochs.Count } : Settings;
}
