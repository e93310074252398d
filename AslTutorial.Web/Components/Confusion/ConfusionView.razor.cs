using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Confusion;

/// <summary>The letters that a run's net confuses, by epoch, the images of each cell, and the reader's note.</summary>
public sealed partial class ConfusionView
{
    private const int Shown = 5;

    private static readonly string[] ScriptWords =
    [
        "title", "titleRight", "image", "true", "loading", "none", "failed", "notKept", "more", "close", "count", "countOne",
    ];

    private ConfusionMatrix? _matrix;
    private IReadOnlyList<ConfusedPair> _worst = [];
    private (Guid Run, int Epoch)? _asked;
    private int _epoch = -1;
    private bool _chosen;

    [Parameter, EditorRequired]
    public RunView Run { get; set; } = default!;

    /// <summary>Whether it is on the run's own page: with a heading, and with its state in the page's URL.</summary>
    [Parameter]
    public bool HasTitle { get; set; } = true;

    private int First => Run.Epochs[0].Epoch;

    private int Last => Run.Epochs[^1].Epoch;

    private int Best => Run.Epochs.MaxBy(e => e.ValidAccuracy)!.Epoch;

    /// <summary>Whether the learner's own functions measure with the training images.</summary>
    private bool IsOfTraining => Run.Settings.Recipe?.Measuring.Loader == RecipeLoader.Train;

    private string Labels => field ??= JsonSerializer.Serialize(ScriptWords.ToDictionary(word => word, word => L["Images." + word].Value));

    // Shows the newest epoch until the reader chooses one.
    protected override Task OnParametersSetAsync() =>
        Run.Epochs.Count == 0 ? Task.CompletedTask : LoadAsync(_chosen ? Math.Clamp(_epoch, First, Last) : Last);

    private Task GoAsync(int epoch)
    {
        _chosen = epoch != Last;
        return LoadAsync(Math.Clamp(epoch, First, Last));
    }

    private async Task LoadAsync(int epoch)
    {
        if (_asked == (Run.Id, epoch))
        {
            return;
        }

        _asked = (Run.Id, epoch);
        var matrix = await Runs.ConfusionAsync(Run.Id, epoch);
        if (_asked == (Run.Id, epoch))
        {
            _epoch = epoch;
            _matrix = matrix;
            _worst = matrix is null ? [] : ConfusedPair.Worst(matrix, Shown);
        }
    }
}
