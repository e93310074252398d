using System.Collections.Immutable;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence.Condition;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

/// <summary>Checks answers: judges them once, and stores and executes them in parallel.</summary>
internal sealed class AnswerChecks(
    NotebookCells cells,
    OpenNotebooks notebooks,
    ValueReader reader,
    JudgedWork judged,
    AnswerOrders orders,
    AnswerExecution execution,
    StorageWatch storage,
    IOptions<ExerciseOptions> options,
    TimeProvider time,
    ILogger<AnswerChecks> log)
{
    /// <summary>Not cancelled: an attempt is stored and executed even if the page is closed.</summary>
    /// <param name="given">The texts in the gaps; null to take those in the notebook.</param>
    /// <param name="types">Whether to store the given texts in the notebook as well.</param>
    public async Task<CheckOutcome> CheckAsync(
        NotebookKey key, ExerciseDefinition exercise, IReadOnlyDictionary<string, string?>? given, bool types, string language)
    {
        using var held = notebooks.Hold(key);
        var content = await ReadAsync(held.Notebook);
        var values = new NotebookValues(cells.Of(key.Lesson), content.Texts, reader);
        var texts = exercise.Gaps
            .Select(gap => (gap.Name, Text: given is null ? values.TextOf(exercise.Id, gap.Name) : given.GetValueOrDefault(gap.Name)))
            .Where(item => !string.IsNullOrWhiteSpace(item.Text))
            .ToDictionary(item => item.Name, item => item.Text!);
        var check = new Check(key, exercise, values, texts, judged.Judge(exercise, texts, values, language), types ? given : null, language);
        var executing = check.Verdict is { IsAttempt: true, Request: { } request } && values.Cells.FindStage(request.Stage) is not null
            ? execution.RunAsync(() => orders.Order(request, values)!)
            : null;

        // A cached result is available at once and is stored together with the attempt.
        var outcome = executing is { IsCompletedSuccessfully: true } ? await executing : null;
        var isKept = await TryAsync(held.Notebook, check, outcome);
        if (executing is not null && outcome is null)
        {
            outcome = await executing;
            _ = isKept && await TryKeepAsync(() => held.Notebook.ChangeAsync(
                new AnswerExecuted(exercise.Id, check.Answers, WorkJson.Write(outcome)), now => Note(now, check, outcome)));
        }

        return new(CheckStatus.Done, Work(check, outcome), IsKept: isKept);
    }

    /// <summary>If the database cannot be read, for example on a full disk, only the texts sent with the request are judged.</summary>
    private async Task<NotebookContent> ReadAsync(NotebookCopy notebook)
    {
        try
        {
            return (await notebook.OpenAsync(CancellationToken.None)).Content;
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            log.LogError(e, "An answer is checked without the notebook it belongs to, which cannot be read");
            return NotebookContent.Nothing;
        }
    }

    private async Task<bool> TryAsync(NotebookCopy notebook, Check check, ExecutedOutcome? outcome) =>
        (!check.Verdict.IsAttempt && check.Typed is null)
        || (storage.Room != StorageRoom.NoWork && await TryKeepAsync(() => notebook.ChangeAsync(Change(check, outcome), now => Note(now, check, outcome))));

    private AnswerChecked Change(Check check, ExecutedOutcome? outcome) => new(
        check.Exercise.Id,
        check.Typed?.ToImmutableDictionary() ?? ImmutableDictionary<string, string?>.Empty,
        !check.Verdict.IsAttempt ? null : new(
            check.Exercise.Id,
            check.Answers,
            ExerciseWrites.Code(check.Verdict.Status),
            check.Verdict.Mistake?.Id,
            outcome is null ? null : WorkJson.Write(outcome),
            time.GetUtcNow(),
            options.Value.KeptAttempts));

    /// <summary>Caches the judgement before the watchers are called, so that they need not judge again.</summary>
    private void Note(NotebookContent now, Check check, ExecutedOutcome? outcome)
    {
        // If the same answers are checked again, their earlier outcome stays until the new one is known.
        if (now.Exercises.GetValueOrDefault(check.Exercise.Id)?.Last is { } last && last.Answers == check.Answers && (outcome is not null || last.Outcome is null))
        {
            judged.Note(check.Exercise, last, check.Values, check.Language, Work(check, outcome, WorkJson.ReadConsequence(last.Consequence)));
        }
    }

    private static CheckedWork Work(Check check, ExecutedOutcome? outcome, Consequence? consequence = null) =>
        ExerciseWork.Of(check.Exercise, check.Texts, check.Verdict, outcome, consequence, check.Values.Cells, check.Language);

    /// <summary>A failure to store must not cost the learner the verdict.</summary>
    private async Task<bool> TryKeepAsync(Func<Task> keep)
    {
        try
        {
            await keep();
            return true;
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            log.LogError(e, "An attempt could not be kept");
            return false;
        }
    }

    /// <param name="Typed">Texts to store in the notebook as well; null for none.</param>
    private sealed record Check(
        NotebookKey Key,
        ExerciseDefinition Exercise,
        NotebookValues Values,
        IReadOnlyDictionary<string, string> Texts,
        Verdict Verdict,
        IReadOnlyDictionary<string, string?>? Typed,
        string Language)
    {
        public string Answers { get; } = WorkJson.Write(Texts);
    }
}
