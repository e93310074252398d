using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Compare;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AslTutorial.Web.Components.Training;

/// <summary>The live curve of a run with others drawn over it; without a run, the reference run's curve faintly.</summary>
public sealed partial class TrainingChart
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly string[] Words =
    [
        "chart", "train", "valid", "lossMean", "lossSum", "accuracy", "epochs", "lossShown", "mean", "sum", "scale", "log",
        "linear", "reference", "epoch", "tipMean", "tipSum", "sentence", "rate",
    ];

    private static readonly string[] CompareWords = ["own", "sentenceOf", "smoothing", "off", "smoothed", "sets", "both", "save", "caption"];

    private IJSObjectReference? _module;
    private Guid? _seeded;
    private string? _seed;
    private string _labels = "";
    private string? _curves;
    private string? _about;
    private IReadOnlyList<DrawnCurve>? _curvesOf;
    private DrawnRun? _aboutOf;
    private bool _missing;

    [Parameter]
    public RunView? Run { get; set; }

    /// <summary>Planned epochs: the length of the axis before there is a run.</summary>
    [Parameter]
    public int Planned { get; set; } = new TrainingSettings().Epochs;

    /// <summary>The curves drawn over it. Compared by reference: the same list means the same curves.</summary>
    [Parameter]
    public IReadOnlyList<DrawnCurve> Curves { get; set; } = [];

    /// <summary>The run's name and settings in a saved picture; null without a run.</summary>
    [Parameter]
    public DrawnRun? About { get; set; }

    /// <summary>The curves for the page's URL; null to leave the URL as it is.</summary>
    [Parameter]
    public string? Address { get; set; }

    private string Script => Assets["js/training/training-chart.js"];

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            try
            {
                await _module.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is closed, and the module with it.
            }
        }
    }

    protected override void OnInitialized()
    {
        var words = Words.Select(word => KeyValuePair.Create(word, L["Chart." + word].Value))
            .Concat(CompareWords.Select(word => KeyValuePair.Create(word, C["Chart." + word].Value)));
        _labels = JsonSerializer.Serialize(words.ToDictionary(), Json);
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_curvesOf, Curves) || !ReferenceEquals(_aboutOf, About))
        {
            (_curvesOf, _aboutOf) = (Curves, About);
            _curves = Curves.Count == 0 ? null : JsonSerializer.Serialize(Curves, Json);
            _about = About is null ? null : JsonSerializer.Serialize(About, Json);
        }

        // Only once for each run: later data reach the chart through the hub.
        if (_seeded == Run?.Id)
        {
            return;
        }

        _seeded = Run?.Id;
        _seed = Run is null
            ? null
            : JsonSerializer.Serialize(new { runId = Run.Id, Run.State, Run.Settings, Run.Epochs, Batches = Array.Empty<BatchProgress>() }, Json);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Script);
        }
        catch (JSException)
        {
            // The page works without the chart: the log and the table below have the same numbers.
            _missing = true;
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // The page was closed before it was rendered.
        }
    }
}
