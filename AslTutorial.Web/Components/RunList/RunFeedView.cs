using AslTutorial.Web.Learners;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.RunList;

/// <summary>Base of the components that show the learner's runs, live.</summary>
public abstract class RunFeedView : ComponentBase, IAsyncDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private RunFeed? _feed;

    /// <summary>Null until they are read. Travels with the prerendered page, so that nothing jumps when the circuit takes over.</summary>
    [PersistentState]
    public List<RunLine>? Runs { get; set; }

    [Inject]
    protected IRunService Service { get; set; } = default!;

    [Inject]
    protected ILearner Learner { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<RunFeedView> Logger { get; set; } = default!;

    protected abstract int Limit { get; }

    /// <summary>The slug of the only lesson whose runs are wanted; null for all.</summary>
    protected virtual string? OnlyLesson => null;

    /// <summary>Where in the list of all runs this one begins; null for the newest.</summary>
    protected virtual RunCursor? From => null;

    /// <summary>Called on the circuit when <see cref="Runs"/> are others, before they are drawn.</summary>
    protected virtual Task OnNewsAsync() => Task.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        _feed = new RunFeed(Service, Learner, Time, OnlyLesson, From);
        if (Runs is null)
        {
            try
            {
                await _feed.LoadAsync(Limit);
                Runs = [.. _feed.Runs];
            }
            catch (Exception e) when (StorageFailure.IsOne(e))
            {
                // The rest of the page can be read, and the circuit tries again.
                Logger.LogError(e, "The learner's runs could not be read.");
            }
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not while prerendering: there is nobody to be told, and nothing that would end the loop.
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
        Runs = [.. _feed!.Runs];
        await OnNewsAsync();
        StateHasChanged();
    });
}
