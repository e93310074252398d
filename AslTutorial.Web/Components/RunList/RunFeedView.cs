using AslTutorial.Web.Learners;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.RunList;

/// <summary>Base class of components with a live list of the learner's runs.</summary>
public abstract class RunFeedView : ComponentBase, IAsyncDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private RestoredOnce<List<RunLine>> _runs;
    private RunFeed? _feed;

    /// <summary>Null until read. Persisted with the prerendered page, so that nothing moves when the circuit takes over.</summary>
    [PersistentState]
    public List<RunLine>? Runs { get => _runs.Value; set => _runs.Supply(value); }

    [Inject]
    protected IRunService Service { get; set; } = default!;

    [Inject]
    protected ILearner Learner { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<RunFeedView> Logger { get; set; } = default!;

    protected abstract int Limit { get; }

    /// <summary>Only the runs of the lesson with this slug; null for all.</summary>
    protected virtual string? OnlyLesson => null;

    /// <summary>Only runs after this place in the list; null for the newest.</summary>
    protected virtual RunCursor? From => null;

    /// <summary>Called on the circuit when <see cref="Runs"/> has changed, before rendering.</summary>
    protected virtual Task OnNewsAsync() => Task.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        _feed = new RunFeed(Service, Learner, Time, OnlyLesson, From);
        if (Runs is null)
        {
            try
            {
                await _feed.LoadAsync(Limit);
                _runs.Value = [.. _feed.Runs];
            }
            catch (Exception e) when (StorageFailure.IsOne(e))
            {
                // The rest of the page is readable, and the circuit tries again.
                Logger.LogError(e, "The learner's runs could not be read.");
            }
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not while prerendering: nobody would see the updates, and nothing would stop the loop.
        if (firstRender && _feed is { } feed)
        {
            feed.Changed += Refresh;
            feed.Follow(Limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_feed is { } feed)
        {
            feed.Changed -= Refresh;
            await feed.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        _reader.Enter();
        _runs.Value = [.. _feed!.Runs];
        await OnNewsAsync();
        StateHasChanged();
    });
}
