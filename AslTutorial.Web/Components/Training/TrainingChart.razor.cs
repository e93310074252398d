using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AslTutorial.Web.Components.Training;

/// <summary>The live curve of a run, or of the reference run while there is none.</summary>
public sealed partial class TrainingChart
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly string[] Words =
    [
        "chart", "train", "valid", "lossMean", "lossSum", "accuracy", "epochs", "lossShown", "mean", "sum", "scale", "log",
        "linear", "reference", "beside", "epoch", "tipMean", "tipSum", "sentence", "rate",
    ];

    private IJSObjectReference? _module;
    private Guid? _seeded;
    private string? _seed;
    private string _labels = "";
    private string _reference = "";
    private string? _beside;
    private bool _missing;

    [Parameter]
    public RunView? Run { get; set; }

    /// <summary>The epochs that are planned: how far the axis goes before the run knows.</summary>
    [Parameter]
    public int Planned { get; set; } = new TrainingSettings().Epochs;

    /// <summary>Shown faintly while there is no run; empty for none.</summary>
    [Parameter]
    public IReadOnlyList<EpochResult> Reference { get; set; } = [];

    /// <summary>Epochs of another net, laid over the curve; null for none.</summary>
    [Parameter]
    public IReadOnlyList<EpochResult>? Beside { get; set; }

    /// <summary>Whether the reference run is left out.</summary>
    [Parameter]
    public bool HidesReference { get; set; }

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
                // The page is gone, and the module with it.
            }
        }
    }

    protected override void OnInitialized()
    {
        _labels = JsonSerializer.Serialize(Words.ToDictionary(word => word, word => L["Chart." + word].Value), Json);
    }

    protected override void OnParametersSet()
    {
        _reference = JsonSerializer.Serialize(Reference, Json);
        _beside = Beside is null ? null : JsonSerializer.Serialize(Beside, Json);

        // Once a run: what comes later reaches the chart through the hub.
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
            // The log and the table below say the same: the page goes on without the drawing.
            _missing = true;
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // Closed before it was drawn.
        }
    }
}
