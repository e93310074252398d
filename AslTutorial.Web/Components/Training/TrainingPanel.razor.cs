using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>Starts, shows and stops a training. Shows the learner's latest run unless a run is given.</summary>
public sealed partial class TrainingPanel
{
    private readonly CancellationTokenSource _gone = new();
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private RunSettingsInput _input = RunSettingsInput.From(new());
    private IReadOnlyList<SettingFault> _faults = [];
    private TrainerOutlook _trainer = TrainerOutlook.Of([]);
    private RunProgress? _progress;
    private RestoredOnce<RunView> _stored;
    private RestoredOnce<bool> _storedOwner;
    private RestoredOnce<bool> _storedLoaded;
    private RunWatch? _watch;
    private (Guid Run, int Epochs, RunState State)? _told;
    private Guid? _shown;
    private string? _refusal;
    private bool _loaded;
    private bool _owner;
    private bool _busy;
    private bool _asking;
    private bool _settingsOpen;

    /// <summary>The run to show; null for the learner's latest.</summary>
    [Parameter]
    public Guid? RunId { get; set; }

    /// <summary>The slug of its lesson; null on a run's own page.</summary>
    [Parameter]
    public string? Lesson { get; set; }

    /// <summary>Settings from a link, on the page for a new run; else null.</summary>
    [Parameter]
    public RunPlan? Plan { get; set; }

    /// <summary>Whether to hide the reference run's curve, because it would give an answer away.</summary>
    [Parameter]
    public bool HidesReference { get; set; }

    /// <summary>Raised when the run is loaded, when its state changes and when an epoch is added.</summary>
    [Parameter]
    public EventCallback<RunView> RunChanged { get; set; }

    /// <summary>The result of prerendering, so that the first interactive rendering shows the same at once.</summary>
    [PersistentState]
    public RunView? Stored { get => _stored.Value; set => _stored.Supply(value); }

    [PersistentState]
    public bool StoredOwner { get => _storedOwner.Value; set => _storedOwner.Supply(value); }

    [PersistentState]
    public bool StoredLoaded { get => _storedLoaded.Value; set => _storedLoaded.Supply(value); }

    [Inject]
    private LessonCourse Course { get; set; } = default!;

    private TrainingPhrases Say => field ??= new(L);

    /// <summary>The slug of the lesson for a run started here.</summary>
    private string Slug => Lesson ?? Plan?.Lesson ?? Stored?.Lesson ?? "";

    private bool Active => _progress is { Run.State: var state } && !state.IsEnded();

    private int Planned => _input.Read(out _)?.Epochs ?? new TrainingSettings().Epochs;

    private string Summary => Active ? Say.Settings(_progress!.Run.Settings)
        : _input.Read(out _) is { } settings ? Say.Settings(settings) : L["Settings.Incomplete"];

    /// <summary>The text for screen readers, once an epoch.</summary>
    private string Spoken => _progress is not { Run: { } run } ? ""
        : run.Epochs is [.., var last] ? L["Spoken.Epoch", last.Epoch + 1, run.Settings.Epochs, last.ValidAccuracy, Say.State(run.State)]
        : Say.State(run.State);

    public void Dispose()
    {
        Trainers.Changed -= OnTrainersChanged;
        _gone.Cancel();
        _gone.Dispose();
        _watch?.Dispose();
        _answers?.Dispose();
    }

    protected override void OnInitialized()
    {
        Trainers.Changed += OnTrainersChanged;
        _trainer = TrainerOutlook.Of(Trainers.All);
        _input.Model = Course.Find(Slug)?.Net ?? _input.Model;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded && _shown == RunId)
        {
            return;
        }

        if (Plan is not null)
        {
            TakeSettings(Plan.Settings);
            _loaded = _settingsOpen = true;
            return;
        }

        _shown = RunId;
        // Awaited later, so that the first interactive rendering shows the prerendered state at once.
        var following = FollowFunctionsAsync();
        if (!StoredLoaded || _loaded || (RunId is { } wanted && wanted != Stored?.Id))
        {
            _storedLoaded.Value = await FindAsync();
        }

        _owner = StoredOwner;
        _loaded = true;
        await ShowAsync(Stored);
        await following;
    }

    /// <returns>False if the latest run could not be read: the lesson is shown without it, and the circuit tries again.</returns>
    private async Task<bool> FindAsync()
    {
        try
        {
            var learner = await Learner.GetIdAsync();
            _stored.Value = RunId is { } id
                ? await Runs.FindAsync(id, _gone.Token)
                : await Runs.ListAsync(learner, 1, Lesson, _gone.Token) is [var latest, ..] ? latest : null;
            _storedOwner.Value = Stored is not null && (RunId is null || await Runs.OwnsAsync(learner, Stored.Id, _gone.Token));
            return true;
        }
        catch (Exception e) when (RunId is null && StorageFailure.IsOne(e))
        {
            Logger.LogError(e, "The learner's last run could not be read.");
            return false;
        }
    }

    private async Task ShowAsync(RunView? run)
    {
        _watch?.Dispose();
        _watch = null;
        _asking = false;
        _progress = run is null ? null : new(run, null);
        _stored.Value = run;
        if (run is null)
        {
            return;
        }

        TakeSettings(run.Settings);

        // Not while prerendering: the component ends before anything can happen to the run.
        if (RendererInfo.IsInteractive)
        {
            var watch = await RunWatch.JoinAsync(Runs, run.Id, Time, OnRunChanged, _gone.Token);
            if (_gone.IsCancellationRequested || _progress?.Run.Id != run.Id)
            {
                watch?.Dispose();
                return;
            }

            _watch = watch;
            _progress = watch?.Now ?? _progress;
        }

        await TellAsync();
    }

    private Task StartAsync() => Active ? Task.CompletedTask : OrderAsync(async () =>
    {
        // First, because it reads the current answers and cells.
        var recipe = await ChooseRecipeAsync();
        if (!CanRun)
        {
            return null;
        }

        if (_input.Read(out _faults) is not { } settings)
        {
            _settingsOpen = true;
            return null;
        }

        return await Runs.StartAsync(await Learner.GetIdAsync(), Slug, settings with { Recipe = recipe, Steering = Plan?.Settings.Steering }, _gone.Token);
    });

    /// <summary>Trains anew what a replay shows.</summary>
    private Task AnewAsync() => OrderAsync(async () => _progress is { Run: var run } ? await Runs.AgainAsync(await Learner.GetIdAsync(), run.Id, _gone.Token) : null);

    private async Task OrderAsync(Func<Task<RunStart?>> order)
    {
        if (_busy)
        {
            return;
        }

        _refusal = null;
        _busy = true;
        try
        {
            if (await order() is { } answer)
            {
                await AnswerAsync(answer);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // No exception may escape: it would end the circuit and with it everything else on the page.
            Logger.LogError(fault, "A run could not be started.");
            _refusal = L["Start.Failed"];
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task AnswerAsync(RunStart answer)
    {
        switch (answer)
        {
            case RunStart.Accepted { Run: var run } when RunId is not null || Plan is not null:
                Navigation.NavigateTo($"runs/{run.Id}");
                break;
            case RunStart.Accepted { Run: var run }:
                _owner = _storedOwner.Value = true;
                _settingsOpen = _onPurpose = false;
                await ShowAsync(run);
                break;
            case RunStart.Invalid { Faults: var faults }:
                _faults = faults;
                _settingsOpen = true;
                break;
            case RunStart.NoRoom:
                _refusal = Upkeep["Runs.NoRoom"];
                break;
            case RunStart.Refused { Refusal: var refused }:
                _refusal = refused.Sentence(Refusals);
                break;
            case RunStart.OverQuota { QueueFull: true }:
                _refusal = L["Quota.QueueFull"];
                break;
            case RunStart.OverQuota { Limit: var limit }:
                _refusal = L[limit == 1 ? "Quota.LearnerOne" : "Quota.Learner", limit];
                break;
        }
    }
}
