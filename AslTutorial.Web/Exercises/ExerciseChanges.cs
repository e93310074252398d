using System.Collections.Immutable;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Exercises;

/// <summary>An attempt at an exercise.</summary>
/// <param name="Answers">The texts in the gaps, as JSON.</param>
/// <param name="Status">The verdict's.</param>
/// <param name="Outcome">The result of executing them, as JSON; null if not known yet.</param>
/// <param name="Most">How many attempts at one exercise are stored.</param>
[GenerateSerializer, Immutable]
internal sealed record Attempt(string Exercise, string Answers, string Status, string? Mistake, byte[]? Outcome, DateTimeOffset At, int Most);

/// <summary>Answers were checked.</summary>
/// <param name="Typed">Texts to store in the notebook as well, by gap.</param>
/// <param name="Attempt">Null if the answers could not be read.</param>
[GenerateSerializer, Immutable]
internal sealed record AnswerChecked(string Exercise, ImmutableDictionary<string, string?> Typed, Attempt? Attempt) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before)
    {
        // Texts beyond the notebook's limits are not stored in it.
        var room = NotebookWrites.MaxValues - before.Texts.Count;
        var typed = Typed
            .Where(text => before.Texts.GetValueOrDefault((Exercise, text.Key)) != text.Value && (text.Value?.Length ?? 0) <= CellLimits.MaxTextLength)
            .Where(text => before.Texts.ContainsKey((Exercise, text.Key)) || room-- > 0)
            .ToImmutableDictionary(text => (Exercise, text.Key), text => text.Value);
        return typed.IsEmpty && Attempt is null ? null : db => WriteAsync(db, key, before, typed);
    }

    private async Task<NotebookDelta> WriteAsync(
        SiteDb db, NotebookKey key, NotebookContent before, ImmutableDictionary<(string Cell, string Name), string?> typed)
    {
        foreach (var ((cell, name), text) in typed)
        {
            await NotebookWrites.TypeAsync(db, key, cell, name, text);
        }

        if (Attempt is not { } made)
        {
            return new(Texts: typed);
        }

        var progress = await ExerciseWrites.AttemptAsync(db, key, before.Exercises.GetValueOrDefault(Exercise) ?? ExerciseProgress.None, made);
        return NotebookDelta.OfExercise(Exercise, progress) with { Texts = typed };
    }
}

/// <summary>The last attempt was executed; ignored if there is a newer one.</summary>
/// <param name="Outcome">The result, as JSON.</param>
[GenerateSerializer, Immutable]
internal sealed record AnswerExecuted(string Exercise, string Answers, byte[] Outcome) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) =>
        before.Exercises.GetValueOrDefault(Exercise) is not { Last: { } last } known || last.Answers != Answers ? null : async db =>
        {
            await ExerciseWrites.OutcomeAsync(db, last.Id, Outcome);
            return NotebookDelta.OfExercise(Exercise, known with { Last = last with { Outcome = Outcome } });
        };
}

/// <summary>The effect of an attempt's mistake was executed; ignored if there is a newer attempt.</summary>
/// <param name="Damage">The effect, as JSON.</param>
[GenerateSerializer, Immutable]
internal sealed record DamageShown(string Exercise, long Attempt, byte[] Damage) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) =>
        before.Exercises.GetValueOrDefault(Exercise) is not { Last: { } last } known || last.Id != Attempt ? null : async db =>
        {
            await ExerciseWrites.DamageAsync(db, Attempt, Damage);
            return NotebookDelta.OfExercise(Exercise, known with { Last = last with { Consequence = Damage } });
        };
}

/// <summary>Hints were opened.</summary>
/// <param name="Open">Number of hints open after it.</param>
[GenerateSerializer, Immutable]
internal sealed record HintOpened(string Exercise, int Open) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before)
    {
        var known = before.Exercises.GetValueOrDefault(Exercise) ?? ExerciseProgress.None;
        return known.Hints >= Open ? null : async db =>
            NotebookDelta.OfExercise(Exercise, await ExerciseWrites.KeepAsync(db, key, Exercise, known with { Hints = Open }));
    }
}

/// <summary>The solution was opened: stored once, and only before the exercise is solved.</summary>
[GenerateSerializer, Immutable]
internal sealed record SolutionOpened(string Exercise, DateTimeOffset At) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before)
    {
        var known = before.Exercises.GetValueOrDefault(Exercise) ?? ExerciseProgress.None;
        return known is not { RevealedAt: null, SolvedAt: null } ? null : async db =>
            NotebookDelta.OfExercise(Exercise, await ExerciseWrites.KeepAsync(db, key, Exercise, known with { RevealedAt = At }));
    }
}

/// <summary>A question was answered; only the first answer counts.</summary>
[GenerateSerializer, Immutable]
internal sealed record QuestionAnswered(string Question, QuestionAnswer Answer) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) => before.Questions.ContainsKey(Question) ? null : async db =>
    {
        await ExerciseWrites.AnswerAsync(db, key, Question, Answer);
        return new(Questions: ImmutableDictionary<string, QuestionAnswer>.Empty.Add(Question, Answer));
    };
}
