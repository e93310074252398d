using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

/// <summary>Replaces the process of a local trainer if nobody else needs it.</summary>
internal sealed class KernelRestarts(
    TrainerRegistry registry,
    LocalTrainers trainers,
    OpenNotebooks open,
    CellRuns cells,
    IRunService runs,
    IDispatchSignal dispatch,
    AdmissionDesk desk,
    IStringLocalizer<NotebookTexts> texts,
    IStringLocalizer<Texts> general,
    IStringLocalizer<AdmissionTexts> refusals,
    IOptions<NotebookOptions> options,
    TimeProvider time,
    ILogger<KernelRestarts> log) : IDisposable
{
    /// <summary>How long to wait for a training to stop; it does so within a batch.</summary>
    private static readonly TimeSpan StoppingPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for running cells; the learner's own is interrupted, others take milliseconds.</summary>
    private static readonly TimeSpan CellPatience = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for the new process: loading torch and the data takes seconds, on a busy machine more.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public KernelState State => StateOf(registry.Locals().Select(l => l.Link).FirstOrDefault() ?? registry.First());

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
        var locals = registry.Locals();
        if (locals.Count == 0)
        {
            return new(before, After: null, texts["Restart.NoLocal"]);
        }

        // A new process delays everybody's cells. If there was one a moment ago, only this learner's kernel starts again, which is as good.
        var refusal = desk.Refuse(Cost.Restart, key.Learner);
        if (refusal is { Reason: not RefusalReason.TooMuch })
        {
            return new(before, After: null, refusal.Sentence(refusals));
        }

        if (refusal is not null || time.GetUtcNow() < _next)
        {
            // To begin the notebook's kernel anew in the process that is there is a change like any other.
            if (refusal is not null && desk.Refuse(Cost.Change, key.Learner) is { } noChange)
            {
                return new(before, After: null, noChange.Sentence(refusals));
            }

            await cells.InterruptAsync(key);
            await open.ChangeAsync(key, new KernelBegun());
            return new(before, State, texts["Restart.Shared"]);
        }

        if (await TrainingAsync(key, locals, cancel) is var (own, run))
        {
            before = StateOf(own.Link);
            if (!stopTraining)
            {
                return new(before, After: null, texts["Restart.OwnTraining"], StopsTraining: true);
            }

            await runs.CancelAsync(key.Learner, run, cancel);
            if (!await ComesAboutAsync(() => own.Link.Lease is null, StoppingPatience, cancel))
            {
                return new(before, After: null, texts["Restart.StillTraining"]);
            }

            locals = [own];
        }

        if (locals.All(l => l.Link.Lease is not null))
        {
            return new(before, After: null, texts["Restart.OthersTraining"]);
        }

        await cells.InterruptAsync(key);
        LocalLink? chosen = null;
        if (!await ComesAboutAsync(() => (chosen = locals.FirstOrDefault(l => registry.TryRetire(l.Link))) is not null, CellPatience, cancel)
            || chosen is null)
        {
            return new(before, After: null, texts[locals.Any(l => l.Link.Lease is null) ? "Restart.OthersCells" : "Restart.OthersTraining"]);
        }

        using var replacing = registry.Replace();
        before = StateOf(chosen.Link);
        if (!trainers.Restart(chosen.Id))
        {
            registry.KeepOn(chosen.Link);
            dispatch.Wake();
            return new(before, After: null, texts["Restart.NoLocal"]);
        }

        log.LogInformation("A learner restarts the trainer, process {Process}", before.ProcessId);
        _next = time.GetUtcNow() + TimeSpan.FromSeconds(options.Value.RestartPauseSeconds);
        await open.ChangeAsync(key, new KernelBegun());
        return await AwaitNewAsync(chosen.Id, before, cancel);
    }

    /// <summary>The trainer that is training a run of this learner, if no other run shares the execution.</summary>
    private async Task<(LocalLink Local, Guid Run)?> TrainingAsync(
        NotebookKey key, IReadOnlyList<LocalLink> locals, CancellationToken cancel)
    {
        foreach (var local in locals)
        {
            if (local.Link.Lease is { } lease && await runs.FindSoleAsync(key.Learner, lease.RunId, cancel) is { } run)
            {
                return (local, run);
            }
        }

        return null;
    }

    private async Task<KernelRestart> AwaitNewAsync(string id, KernelState before, CancellationToken cancel)
    {
        TrainerLink? fresh = null;
        var isBack = await ComesAboutAsync(
            () => (fresh = registry.Local(id)) is { Description: { Phase: not (TrainerPhase.Starting or TrainerPhase.PreparingData) } description }
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
