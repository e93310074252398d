using AslTutorial.Training.Contracts;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

/// <summary>Replaces the process of the trainer beside the site, where nobody else needs it.</summary>
internal sealed class KernelRestarts(
    TrainerRegistry registry,
    TrainerProcess process,
    NotebookStore store,
    LiveNotebooks live,
    NotebookWatchers watchers,
    IRunService runs,
    IDispatchSignal dispatch,
    IStringLocalizer<NotebookTexts> texts,
    IStringLocalizer<Texts> general,
    IOptions<NotebookOptions> options,
    TimeProvider time,
    ILogger<KernelRestarts> log) : IDisposable
{
    /// <summary>A training stops within a batch.</summary>
    private static readonly TimeSpan StoppingPatience = TimeSpan.FromSeconds(10);

    /// <summary>The own cell has been interrupted; those of others take milliseconds.</summary>
    private static readonly TimeSpan CellPatience = TimeSpan.FromSeconds(1);

    /// <summary>Loading torch and the data takes a few seconds, on a busy machine more.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public KernelState State => StateOf(registry.Local() ?? registry.First());

    public async Task<KernelRestart> RestartAsync(NotebookKey key, bool stopTraining, CancellationToken cancel)
    {
        var before = State;
        if (!await _gate.WaitAsync(TimeSpan.Zero, cancel))
        {
            return new(before, After: null, texts["Restart.UnderWay"]);
        }

        try
        {
            return await RestartAsync(key, stopTraining, before, cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<KernelRestart> RestartAsync(NotebookKey key, bool stopTraining, KernelState before, CancellationToken cancel)
    {
        if (registry.Local() is not { } link)
        {
            return new(before, After: null, texts["Restart.NoLocal"]);
        }

        var wait = _next - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            return new(before, After: null, texts["Restart.TooSoon", Math.Ceiling(wait.TotalSeconds)]);
        }

        if (link.Lease is { } lease)
        {
            if (!await runs.OwnsAsync(key.Learner, lease.RunId, cancel))
            {
                return new(before, After: null, texts["Restart.OthersTraining"]);
            }

            if (!stopTraining)
            {
                return new(before, After: null, texts["Restart.OwnTraining"], StopsTraining: true);
            }

            await runs.CancelAsync(key.Learner, lease.RunId, cancel);
            if (!await ComesAboutAsync(() => link.Lease is null, StoppingPatience, cancel))
            {
                return new(before, After: null, texts["Restart.StillTraining"]);
            }
        }

        live.Interrupt(key);
        if (!await ComesAboutAsync(() => registry.TryRetire(link), CellPatience, cancel))
        {
            return new(before, After: null, texts[link.Lease is null ? "Restart.OthersCells" : "Restart.OthersTraining"]);
        }

        before = StateOf(link);
        if (!process.Restart())
        {
            registry.KeepOn(link);
            dispatch.Wake();
            return new(before, After: null, texts["Restart.NoLocal"]);
        }

        log.LogInformation("A learner restarts the trainer, process {Process}", before.ProcessId);
        _next = time.GetUtcNow() + TimeSpan.FromSeconds(options.Value.RestartPauseSeconds);
        await store.BeginKernelAsync(key);
        watchers.Tell(key);
        return await AwaitNewAsync(before, cancel);
    }

    private async Task<KernelRestart> AwaitNewAsync(KernelState before, CancellationToken cancel)
    {
        TrainerLink? fresh = null;
        var isBack = await ComesAboutAsync(
            () => (fresh = registry.Local()) is { Description: { Phase: not (TrainerPhase.Starting or TrainerPhase.PreparingData) } description }
                && description.ProcessId != before.ProcessId,
            StartPatience,
            cancel);
        return (isBack, fresh?.Description?.FindFault()) switch
        {
            (false, _) => new(before, After: null, texts["Restart.NotBack"]),
            (true, { } fault) => new(before, After: null, texts["Restart.Faulted", TrainerFaultPhrases.Of(fault, general)]),
            _ => new(before, StateOf(fresh), Message: null),
        };
    }

    private async Task<bool> ComesAboutAsync(Func<bool> condition, TimeSpan patience, CancellationToken cancel)
    {
        var interval = TimeSpan.FromMilliseconds(20);
        var begun = time.GetTimestamp();
        while (!condition())
        {
            if (time.GetElapsedTime(begun) >= patience)
            {
                return false;
            }

            await Task.Delay(interval, time, cancel);
        }

        return true;
    }

    private static KernelState StateOf(TrainerLink? link) => link?.Description is { } description
        ? new(description.ProcessId, description.MemoryBytes, description.Device?.Name, link.ConnectedAt, description.Card)
        : new(ProcessId: null, MemoryBytes: null, Device: null, StartedAt: null);
}
