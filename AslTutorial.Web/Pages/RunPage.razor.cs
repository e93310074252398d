using System.Globalization;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Pages;

/// <summary>The public page of a run: its settings, its curve, and which letters its net confuses.</summary>
public sealed partial class RunPage
{
    private RunView? _run;
    private Guid? _loaded;
    private bool _missing;
    private DateTimeOffset? _deleted;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null once the page is interactive.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private TrainingPhrases Say => field ??= new(L);

    private string Title => _missing ? _deleted is null ? L["Page.NotFound"] : S["Deleted.Title"]
        : _run is null ? L["Page.TitleUnread"]
        : _run.Name is { } name ? name
        : L[_run.Settings.Epochs == 1 ? "Page.TitleOne" : "Page.Title", Say.Model(_run.Settings.Model), _run.Settings.Epochs] + Own(_run);

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == Id)
        {
            return;
        }

        _loaded = Id;
        _run = await Runs.FindAsync(Id);
        _missing = _run is null;
        _deleted = _missing ? await Runs.FindDeletedAsync(Id) : null;
        if (_missing && Http is { Response.HasStarted: false } http)
        {
            http.Response.StatusCode = _deleted is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }
    }

    private string Own(RunView run) =>
        Say.Own(run.Settings.Cnn, run.Settings.BatchSize) is { Length: > 0 } own ? L["List.Separator"] + own : "";

    private IEnumerable<(string Name, string Fact)> Facts(RunView run)
    {
        var unknown = L["Page.Unknown"].Value;
        yield return (L["Page.Created"], run.CreatedAt.ToLocalTime().ToString("f", CultureInfo.CurrentCulture));
        if (run is { EndedAt: not null, Took: { } took })
        {
            yield return (L["Page.Took"], Say.Duration(took));
        }

        if (run.Epochs.Count > 0)
        {
            yield return (L["Page.PerEpoch"], Say.Duration(TimeSpan.FromSeconds(run.Epochs.Average(e => e.Seconds))));
        }

        yield return (L["Settings.Title"], Say.Settings(run.Settings));
        yield return (L["Page.Functions"], Say.Functions(run.Settings.Recipe));
        yield return (L["Page.Device"], Say.Devices(run) ?? unknown);
        yield return (L["Page.DataSet"], run.DataSet is { } data ? L["Page.Images", Say.DataSet(data), Math.Min(run.Settings.TrainLimit ?? data.TrainRows, data.TrainRows), data.ValidRows] : unknown);
        if (run.Interruptions > 0)
        {
            yield return (L["Page.Interruptions"], run.Interruptions.ToString("N0", CultureInfo.CurrentCulture));
        }
    }
}
