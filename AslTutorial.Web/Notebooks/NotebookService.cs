using AslTutorial.Lessons.Files;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Puts a notebook together from what is stored of it and what happens in it.</summary>
internal sealed class NotebookService(
    NotebookCells cells,
    NotebookStore store,
    LiveNotebooks live,
    NotebookWatchers watchers,
    ICellOrders orders,
    KernelRestarts kernel,
    ValueReader reader,
    LessonPlaces places,
    NotebookWords words,
    AdmissionDesk desk,
    IStringLocalizer<NotebookTexts> texts,
    IStringLocalizer<AdmissionTexts> refusals) : INotebooks
{
    /// <summary>What a value takes beside its own characters.</summary>
    private const int PlaceCharacters = 100;

    public async Task<NotebookState> OpenAsync(string learner, string lesson, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson);
        var stored = await store.OpenAsync(key, results: true, cancel);
        var known = cells.Of(lesson);
        var values = new NotebookValues(known, stored.Texts, reader);
        var phases = live.Phases(key);
        var digest = orders.DataSet?.Digest;
        return new(known.All.ToDictionary(cell => cell.Id, State), stored.Texts);

        CellState State(NotebookCell cell)
        {
            var run = stored.Cells.GetValueOrDefault(cell.Id);
            var result = stored.Results.GetValueOrDefault(cell.Id);
            var (phase, since) = phases.TryGetValue(cell.Id, out var now) ? (now.Phase, now.Since) : (CellPhase.Idle, run?.EndedAt);
            return new(phase, run?.Count, result?.Outputs ?? [], result?.Facts ?? [], run?.Milliseconds, IsStale(cell, run), since);
        }

        bool IsStale(NotebookCell cell, StoredCell? run) => run is not null
            && ((digest is not null && run.DataDigest != digest) || run.Fingerprint != values.Fingerprint(cell));
    }

    public async Task<string?> SetValueAsync(string learner, string lesson, string cell, string name, string? text, CancellationToken cancel)
    {
        var description = cells.Of(lesson).Find(cell);
        var parameter = description?.Parameters.FirstOrDefault(p => p.Name == name);
        if (parameter is null && !(description is null && places.Has(lesson, cell, name)))
        {
            return texts["Value.NoPlace"];
        }

        if (text?.Length > CellLimits.MaxTextLength)
        {
            return texts["Value.TooLong", CellLimits.MaxTextLength];
        }

        if (desk.Refuse(Cost.Text, learner, PlaceCharacters + (text?.Length ?? 0)) is { } refusal)
        {
            return refusal.Sentence(refusals);
        }

        var key = new NotebookKey(learner, lesson);
        if (!await store.SetValueAsync(key, cell, name, text, cancel))
        {
            return texts["Value.TooMany", NotebookStore.MaxValues];
        }

        watchers.Tell(key);
        return text is null ? null : FaultOf(lesson, cell, name, text);
    }

    public string? FaultOf(string lesson, string cell, string name, string text)
    {
        if (cells.Of(lesson).Find(cell) is not { } description || description.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
        {
            return null;
        }

        try
        {
            return reader.Read(description, parameter, text).Fault;
        }
        catch (Exception fault) when (fault is LessonContentException or InvalidOperationException)
        {
            // The exercise's file is at fault, not the reader. Pages ask this while they are drawn, and have to be read all the same.
            return null;
        }
    }

    public async Task<CellRunAnswer> RunAsync(string learner, string lesson, string cell, CancellationToken cancel)
    {
        using var admitted = desk.Ask(Cost.Cell, learner);
        if (admitted.Refusal is { } refusal)
        {
            return new(CellRunStatus.Busy, Message: refusal.Sentence(refusals));
        }

        var outcome = cells.Of(lesson).Find(cell) is null
            ? new(CellRunStatus.Unknown)
            : await live.RunAsync(new(learner, lesson), cell).WaitAsync(cancel);
        return words.Answer(lesson, cell, outcome);
    }

    public Task InterruptAsync(string learner, string lesson)
    {
        live.Interrupt(new(learner, lesson));
        return Task.CompletedTask;
    }

    public Task<KernelRestart> RestartAsync(string learner, string lesson, bool stopTraining, CancellationToken cancel) =>
        kernel.RestartAsync(new(learner, lesson), stopTraining, cancel);

    public Task<KernelState> KernelAsync(CancellationToken cancel) => Task.FromResult(kernel.State);

    public IDisposable Watch(string learner, string lesson, Action changed) => watchers.Watch(new(learner, lesson), changed);
}
