using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AslTutorial.Web.Components.Compare;

/// <summary>The curve of a run with others drawn over it, and how their settings differ.</summary>
public sealed partial class ComparedChart : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CurveSource? _source;
    private RestoredOnce<IReadOnlyList<Curve>> _stored;
    private string? _lesson;
    private IReadOnlyList<Curve> _shown = [];
    private IReadOnlyList<Curve>? _own;
    private IReadOnlyList<DrawnCurve> _drawn = [];
    private DrawnRun? _about;
    private (IReadOnlyList<Curve>?, Guid?, TrainingSettings?, string?, bool) _drawnOf;
    private string? _address;
    private string? _refusal;
    private bool _missing;

    [Parameter]
    public RunView? Run { get; set; }

    /// <summary>Planned epochs: the length of the axis before there is a run.</summary>
    [Parameter]
    public int Planned { get; set; } = new TrainingSettings().Epochs;

    /// <summary>The slug of the run's (future) lesson; empty while unknown.</summary>
    [Parameter]
    public string Lesson { get; set; } = "";

    /// <summary>Whether to hide other curves, because they would give an answer away.</summary>
    [Parameter]
    public bool HidesReference { get; set; }

    /// <summary>Whether the page's URL contains the curves, as on the page of a run.</summary>
    [Parameter]
    public bool HasAddress { get; set; }

    /// <summary>The result of prerendering, so that the first interactive rendering shows the same at once.</summary>
    [PersistentState]
    public IReadOnlyList<Curve>? Stored { get => _stored.Value; set => _stored.Supply(value); }

    private CurveSource Source => _source ??= new(Runs, Modules, Course, Lesson);

    private TrainingPhrases Say => field ??= new(T);

    private SettingDifferences Differences => field ??= new(L, T);

    private TrainingSettings Settings => Run?.Settings ?? new TrainingSettings(Course.Find(Lesson)?.Net ?? ModelKind.Cnn);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_lesson != Lesson && Lesson.Length > 0)
        {
            var isFirst = _lesson is null;
            (_lesson, _source) = (Lesson, null);
            if (!isFirst || _stored.Value is null)
            {
                var (before, keys) = (_stored.Value, HasAddress ? CurveKeys.Read(Query()) : null);
                var found = keys is null
                    ? await Source.UsualAsync(await Learner.GetIdAsync(), _gone.Token)
                    : await Source.FindAsync(keys, _gone.Token);
                // Unless the reader has chosen others meanwhile.
                if (ReferenceEquals(_stored.Value, before))
                {
                    (_stored.Value, _missing) = (found, keys?.Count > found.Count);
                }
            }
        }

        Draw();
    }

    private string? Query() =>
        QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query).TryGetValue(CurveKeys.Parameter, out var text) ? text.ToString() : null;

    private async Task OpenAsync() => _own = [.. (await Source.OwnAsync(await Learner.GetIdAsync(), _gone.Token)).Where(curve => curve.Key != Run?.Id.ToString())];

    private Task PasteAsync(string text)
    {
        _refusal = null;
        if (CurveKeys.Pasted(text) is { } id && id != Run?.Id)
        {
            return AddAsync(id.ToString());
        }

        _refusal = L["Paste.Unread"];
        return Task.CompletedTask;
    }

    private async Task AddAsync(string key)
    {
        _refusal = null;
        _missing = false;
        if (_shown.Count >= CurveKeys.Most || _shown.Any(curve => curve.Key == key))
        {
            return;
        }

        if (await Source.FindAsync([key], _gone.Token) is not [var found])
        {
            _refusal = L["Paste.None"];
            return;
        }

        Choose([.. _shown, found]);
    }

    private void RemoveAsync(string key)
    {
        _missing = false;
        Choose([.. _shown.Where(curve => curve.Key != key)]);
    }

    private void Choose(IReadOnlyList<Curve> curves)
    {
        _stored.Value = curves;
        Draw();
        _address = HasAddress ? string.Join(',', _shown.Select(curve => curve.Key)) : null;
    }

    // Only after a change, because the whole drawing is sent to the browser as one text.
    private void Draw()
    {
        var now = (_stored.Value, Run?.Id, Run?.Settings, Run?.DataSet?.Kind, HidesReference);
        if (_drawnOf == now)
        {
            return;
        }

        _drawnOf = now;
        _shown = HidesReference ? [] : [.. (_stored.Value ?? []).Where(curve => curve.Key != Run?.Id.ToString())];
        _drawn = [.. _shown.Select((curve, at) => new DrawnCurve(
            curve.Key,
            (at + 1).ToString(CultureInfo.InvariantCulture),
            at + 1,
            NameOf(curve),
            Say.Settings(curve.Settings),
            curve.IsPrinted,
            curve.Epochs,
            curve.IsLive ? curve.Key : null))];
        _about = Run is null ? null : new(NameOf(Curve.Of(Run)), Say.Settings(Run.Settings));
    }

    private string NameOf(Curve curve) => curve switch
    {
        { Key: CurveKeys.Reference } => L["Name.Reference", Say.Model(curve.Settings.Model)],
        { IsPrinted: true } => L["Name.Printed", Say.Model(curve.Settings.Model)],
        { Name: { Length: > 0 } name } => L["Name.Named", name, curve.CreatedAt!.Value.ToLocalTime()],
        _ => L["Name.Run", Say.Model(curve.Settings.Model), curve.CreatedAt!.Value.ToLocalTime()],
    };

    private string Differs(Curve curve) => Differences.Of(curve, Settings, Run?.DataSet?.Kind) is { Count: > 0 } found
        ? L["Differs", string.Join(T["List.Separator"], found)]
        : L["Alike"];
}
