using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Compare;

/// <summary>A run, or a recorded run of the course's notebook, drawn over another run's curve.</summary>
/// <param name="Key">Its name in the URL: a run's id, "reference", or the slug of another lesson with a recorded run.</param>
/// <param name="Settings">For a recorded run: its lesson's settings.</param>
/// <param name="CreatedAt">Null for a recorded run.</param>
/// <param name="DataKind">The kind of its data set; null if no trainer has taken it yet.</param>
/// <param name="IsLive">Whether more epochs will come.</param>
/// <param name="Name">The owner's name for it; null for none.</param>
public sealed record Curve(
    string Key, TrainingSettings Settings, IReadOnlyList<EpochResult> Epochs, DateTimeOffset? CreatedAt, string? DataKind, bool IsLive = false,
    string? Name = null)
{
    /// <summary>Whether it was recorded from the course's notebook.</summary>
    public bool IsPrinted => CreatedAt is null;

    public static Curve Of(RunView run) => new(
        run.Id.ToString(), run.Settings, run.Epochs, run.CreatedAt, run.DataSet?.Kind, run.State is RunState.Queued or RunState.Running or RunState.Paused,
        run.Name);
}
