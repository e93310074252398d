using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Components.Training;

/// <summary>A run and the latest batch report of its running epoch.</summary>
public sealed record RunProgress(RunView Run, BatchProgress? Latest)
{
    public RunProgress After(RunEvent happened) => happened switch
    {
        RunEvent.Batch batch => this with { Latest = batch.Progress },
        RunEvent.Epoch epoch => this with { Run = Run with { Epochs = With(epoch.Result) } },

        // A run that waits, was resumed or has ended has no current batch.
        RunEvent.Changed { View: var view } => new(view, view.State == RunState.Running && Run.State == RunState.Running ? Latest : null),
        _ => this,
    };

    /// <summary>The epoch in progress, counted from 1.</summary>
    public int EpochNumber => Math.Clamp(Math.Max(Run.Epochs.Count, Latest?.Epoch ?? 0) + 1, 1, Run.Settings.Epochs);

    /// <summary>The latest report, if it belongs to the epoch in progress.</summary>
    public BatchProgress? Current => Latest is { } latest && latest.Epoch >= Run.Epochs.Count ? latest : null;

    /// <summary>Whether all batches of the epoch are trained but its result is not there yet.</summary>
    public bool Validating => Current is { } current && current.Batch >= current.Batches;

    public EpochResult? Best => Run.Epochs.Count == 0 ? null : Run.Epochs.MaxBy(e => e.ValidAccuracy);

    private List<EpochResult> With(EpochResult result) =>
        [.. Run.Epochs.Where(e => e.Epoch != result.Epoch).Append(result).OrderBy(e => e.Epoch)];
}
