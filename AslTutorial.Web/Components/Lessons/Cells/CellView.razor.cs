using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Practice;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A code cell: number, code, button bar, and the outputs of its last run.</summary>
public sealed partial class CellView : IDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private readonly Dictionary<string, string> _notKept = [];
    private readonly List<IDisposable> _followed = [];
    private IDisposable? _attached;
    private IReadOnlyList<string> _missing = [];
    private CellExecution? _outcome;
    private ExerciseSession? _exercise;
    private Listing? _csharp;
    private string? _stoppedAt;
    private bool _going;
    private bool _asked;

    [Parameter, EditorRequired]
    public LessonCell Cell { get; set; } = default!;

    [CascadingParameter]
    internal LessonDesk Desk { get; set; } = default!;

    [Inject]
    private IEnumerable<ICSharpListings> Sources { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<CellView> Logger { get; set; } = default!;

    private CellState State => Desk.StateOf(Cell.Id);

    /// <summary>Busy from the click on, even before the notebook reports it.</summary>
    private CellPhase Phase => State.Phase == CellPhase.Idle && _asked ? CellPhase.Waiting : State.Phase;

    private IEnumerable<LessonPlace> Places => Cell.Parameters.Concat(Cell.Gaps);

    private bool HasValues => Places.Any(place => Desk.ValueOf(Cell.Id, place.Name) is not null);

    private string Name => L[Cell.IsExercise ? "Cell.Exercise" : "Cell.Name", Cell.Id];

    private long ElapsedMilliseconds => State is { Phase: not CellPhase.Idle, Since: { } since }
        ? Math.Max(0, (long)(Time.GetUtcNow() - since).TotalMilliseconds)
        : 0;

    /// <summary>The text for screen readers.</summary>
    private string? Spoken => Phase switch
    {
        CellPhase.Idle when _outcome is null && _exercise is { } exercise => SpokenOf(exercise),
        CellPhase.Waiting => L["Spoken.Waiting"].Value,
        CellPhase.Running => L["Spoken.Running"].Value,
        _ when _outcome is not { Status: CellRunStatus.Done } => null,
        _ => State.Outputs is [.., { Error: { } error }] ? L["Spoken.Error", error.Type].Value : L["Spoken.Done", State.Count ?? 0].Value,
    };

    public void Dispose()
    {
        _attached?.Dispose();
        _followed.ForEach(followed => followed.Dispose());
    }

    protected override void OnInitialized()
    {
        _attached = Desk.Attach(Cell.Id, Redraw);
        _csharp = Desk.Plan.IsKnown(Cell.Id) ? Sources.Select(source => source.Find(Desk.Lesson.Slug, Cell.Id, Desk.Lesson.Language)).FirstOrDefault(listing => listing is not null) : null;
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_exercise?.Cell, Cell))
        {
            _exercise = Cell.IsExercise ? new(Desk, Cell, Redraw, Logger) : null;
        }
    }

    private string? SpokenOf(ExerciseSession exercise) => exercise switch
    {
        { IsChecking: true } => L["Check.Going"].Value,
        { IsShowing: true } => L["Consequence.Going"].Value,
        { Checks: 0 } => null,
        _ => ExerciseResult.Text(exercise, L),
    };

    private GapMark? MarkOf(string gap) =>
        _exercise?.Shown?.Checked.Verdict is { Status: not VerdictStatus.Unattempted } verdict && _exercise.VerdictOf(gap) is { } found
            ? new(found.Status, L[$"Mark.{found.Status}"], GapNote.Of(Cell.Id, verdict).FirstOrDefault(note => note.Gaps.Contains(gap))?.Id)
            : null;

    private string PlaceName(LessonPlace place)
    {
        var gap = Cell.Gaps.ToList().IndexOf(place);
        return gap >= 0 && Cell.Gaps.Count > 1 ? L["Gap.Label", gap + 1, place.Label] : place.Label;
    }

    // A stored value's fault is computed anew, so that every page shows it.
    private Dictionary<string, string> FindFaults()
    {
        var faults = new Dictionary<string, string>(_notKept);
        foreach (var place in Places)
        {
            if (Desk.FaultOf(Cell.Id, place.Name, Desk.ValueOf(Cell.Id, place.Name)) is { } fault)
            {
                faults.TryAdd(place.Name, fault);
            }
        }

        return faults;
    }

    private Task KeepAsync((string Name, string Text) typed) =>
        typed.Text == PlaceText.Of(Desk, Cell.Id, typed.Name) && !_notKept.ContainsKey(typed.Name)
            ? Task.CompletedTask
            : SetAsync(typed.Name, string.IsNullOrWhiteSpace(typed.Text) ? null : typed.Text);

    // Both listings share one answer, which is stored in Python's spelling.
    private Task KeepCSharpAsync((string Name, string Text) typed) =>
        KeepAsync((typed.Name, CSharpSpelling.ToPython(typed.Text, word => Desk.Lesson.Cells.Any(cell => cell.Python.Mentions(word)))));

    private async Task ResetAsync()
    {
        foreach (var place in Places)
        {
            await SetAsync(place.Name, null);
        }

        _outcome = null;
    }

    private async Task SetAsync(string name, string? text)
    {
        try
        {
            // Remember only faults of values that were not stored; those of stored ones are computed at each rendering.
            if (await Desk.SetAsync(Cell.Id, name, text) is { } fault && fault != Desk.FaultOf(Cell.Id, name, text))
            {
                _notKept[name] = fault;
            }
            else
            {
                _notKept.Remove(name);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Logger.LogError(fault, "A value of cell {Cell} could not be kept.", Cell.Id);
            _notKept[name] = L["Value.NotKept"];
        }
    }

    private Task RunAsync() => RunAsync([Cell.Id]);

    private Task RunAboveAsync() => RunAsync(Desk.Plan.Above(Cell.Id));

    private Task RunThroughAsync() => RunAsync([.. Desk.Plan.Missing(Cell.Id, Desk.StateOf), Cell.Id]);

    // No exception may escape: it would end the circuit and with it everything else on the page.
    private async Task RunAsync(IReadOnlyList<string> cells)
    {
        if (_going)
        {
            return;
        }

        _going = true;
        _asked = cells.Contains(Cell.Id);
        _outcome = null;
        _stoppedAt = null;
        try
        {
            if (await CellSequence.RunAsync(Desk, cells) is { } last)
            {
                // If another cell ran, that cell shows it; if another cell was refused, this one shows the reason too.
                _outcome = last.Cell == Cell.Id || last.Outcome.Status != CellRunStatus.Done ? last.Outcome : null;
                _stoppedAt = last.Cell != Cell.Id && last.Outcome.Result?.Outputs is [.., { Kind: CellOutputKind.Error }] ? last.Cell : null;
            }
        }
        catch (OperationCanceledException)
        {
            // The page is closed.
        }
        catch (Exception fault)
        {
            Logger.LogError(fault, "Cell {Cell} could not be run.", Cell.Id);
            _outcome = new(CellRunStatus.Failed);
        }

        _going = _asked = false;
        Follow();
    }

    // The cells to run first may also be run at their own places: then this cell's notice disappears.
    private void Follow()
    {
        _followed.ForEach(followed => followed.Dispose());
        _followed.Clear();
        _missing = _outcome?.Status == CellRunStatus.NeedsCell ? Desk.Plan.Missing(Cell.Id, Desk.StateOf) : [];
        _followed.AddRange(_missing.Select(cell => Desk.Attach(cell, Redraw)));
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _reader.Enter();
        if (_outcome?.Status == CellRunStatus.NeedsCell)
        {
            _missing = Desk.Plan.Missing(Cell.Id, Desk.StateOf);
            _outcome = _missing.Count == 0 ? null : _outcome;
        }

        StateHasChanged();
    });
}
