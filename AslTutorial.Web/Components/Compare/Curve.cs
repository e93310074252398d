using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Compare;

/// <summary>A run, or a printed run of the course's notebook, as it is laid over another one's curve.</summary>
/// <param name="Key">As the address names it: a run's id, "reference", or the slug of another lesson with a printed run.</param>
/// <param name="Settings">Of a printed run: those of its lesson.</param>
/// <param name="CreatedAt">Null for a printed run.</param>
/// <param name="DataKind">What it trained on; null where no trainer has taken it yet.</param>
/// <param name="IsLive">Whether more epochs come.</param>
/// <param name="Name">What its owner calls it; null where it has no name.</param>
public sealed record Curve(
    string Key, TrainingSettings Settings, IReadOnlyList<EpochResult> Epochs, DateTimeOffset? CreatedAt, string? DataKind, bool IsLive = false,
    string? Name = null)
{
    /// <summary>Whether it was printed by the course's notebook.</summary>
    public bool IsPrinted => CreatedAt is null;

    public static Curve Of(RunView run) => new(
        run.Id.ToString(), run.Settings, run.Epochs, run.CreatedAt, run.DataSet?.Kind, run.State is RunState.Queued or RunState.Running or RunState.Paused,
        run.Name);
}
