using System.Runtime.CompilerServices;
using AslTutorial.Lessons.Files;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Resources;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Combines a notebook's stored content with the cells that wait or run now.</summary>
internal sealed class NotebookService(
    NotebookCells cells,
    OpenNotebooks open,
    CellRuns runs,
    ICellOrders orders,
    KernelRestarts kernel,
    ValueReader reader,
    LessonPlaces places,
    NotebookWords words,
    AdmissionDesk desk,
    IStringLocalizer<NotebookTexts> texts,
    IStringLocalizer<AdmissionTexts> refusals) : INotebooks
{
    /// <summary>What a stored value costs in addition to its own characters.</summary>
    private const int PlaceCharacters = 100;

    private readonly ConditionalWeakTable<NotebookNow, Drawn> _drawn = [];

    /// <summary>What storing these texts costs from a learner's budget.</summary>
    public static int CharactersOf(IEnumerable<string?>? texts) => (texts ?? []).Sum(text => PlaceCharacters + (text?.Length ?? 0));

    public async Task<NotebookState> OpenAsync(string learner, string lesson, CancellationToken cancel)
    {
        var now = await open.OpenAsync(new(learner, lesson), cancel);
        var (known, digest) = (cells.Of(lesson), orders.DataSet?.Digest);
        var drawn = _drawn.GetValue(now, _ => new());
        lock (drawn)
        {
            // Cached: all tabs of a learner need the same state.
            if (drawn.State is null || drawn.Cells != known || drawn.Digest != digest)
            {
                (drawn.Cells, drawn.Digest, drawn.State) = (known, digest, Draw(now, known, digest));
            }

            return drawn.State;
        }
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

        if (desk.Refuse(Cost.Text, learner, CharactersOf([text])) is { } refusal)
        {
            return refusal.Sentence(refusals);
        }

        var key = new NotebookKey(learner, lesson);
        var after = (await open.ChangeAsync(key, new ValueTyped(cell, name, text))).Content;
        if (text is not null && !after.HasRoom(cell, name))
        {
            return texts["Value.TooMany", NotebookWrites.MaxValues];
        }

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
            // The exercise's file is faulty, not the text. A page that asks while rendering must be shown all the same.
            return null;
        }
    }

    public async Task<CellExecution> RunAsync(string learner, string lesson, string cell, CancellationToken cancel)
    {
        using var admitted = desk.Ask(Cost.Cell, learner);
        if (admitted.Refusal is { } refusal)
        {
            return new(CellRunStatus.Busy, Message: refusal.Sentence(refusals));
        }

        var outcome = cells.Of(lesson).Find(cell) is null
            ? new(CellRunStatus.Unknown)
            : await runs.RunAsync(new(learner, lesson), cell).WaitAsync(cancel);
        return words.Word(lesson, cell, outcome);
    }

    public Task InterruptAsync(string learner, string lesson) => runs.InterruptAsync(new(learner, lesson));

    public Task<KernelRestart> RestartAsync(string learner, string lesson, bool stopTraining, CancellationToken cancel) =>
        kernel.RestartAsync(new(learner, lesson), stopTraining, cancel);

    public Task<KernelState> KernelAsync(CancellationToken cancel) => Task.FromResult(kernel.State);

    public IDisposable Watch(string learner, string lesson, Action changed) => open.Watch(new(learner, lesson), changed);

    private NotebookState Draw(NotebookNow now, LessonCells known, string? digest)
    {
        var content = now.Content;
        var values = new NotebookValues(known, content.Texts, reader);
        return new(known.All.ToDictionary(cell => cell.Id, State), content.Texts, now.Number);

        CellState State(NotebookCell cell)
        {
            var run = content.Runs.GetValueOrDefault(cell.Id);
            var (phase, since) = now.Line.PhaseOf(cell.Id) is { } busy ? (busy.Phase, busy.Since) : (CellPhase.Idle, run?.EndedAt);
            return new(
                phase, content.CountOf(cell.Id), run?.Result?.Outputs ?? [], run?.Result?.Facts ?? [], run?.Milliseconds, IsStale(cell, run), since);
        }

        bool IsStale(NotebookCell cell, CellRun? run) => run is not null
            && ((digest is not null && run.DataDigest != digest) || run.Fingerprint != values.Fingerprint(cell));
    }

    /// <summary>The cached state for a snapshot.</summary>
    private sealed class Drawn
    {
        public LessonCells? Cells { get; set; }

        public string? Digest { get; set; }

        public NotebookState? State { get; set; }
    }
}
