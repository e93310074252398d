using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// Describes stored work in the reader's language. Caches the judgement with the in-memory attempt, so that answers are judged only once
/// for all pages and languages.
/// </summary>
internal sealed class JudgedWork
{
    private readonly ConditionalWeakTable<KeptAttempt, ConcurrentDictionary<string, Judged<CheckedWork>>> _works = [];
    private readonly ConditionalWeakTable<ExerciseProgress, ConcurrentDictionary<string, Judged<ExerciseState>>> _states = [];
    private readonly ConditionalWeakTable<ExerciseDefinition, ExerciseState> _untouched = [];
    private long _judgements;

    /// <summary>Counts judgements.</summary>
    public long Judgements => Interlocked.Read(ref _judgements);

    /// <summary>Returns the same object until any of its inputs changes.</summary>
    public ExerciseState State(ExerciseDefinition exercise, ExerciseProgress? progress, NotebookValues values, string language)
    {
        if (progress is null)
        {
            return _untouched.GetValue(exercise, one => ExerciseState.Untouched with { HintTotal = one.Hints.Count });
        }

        var known = _states.GetOrCreateValue(progress);
        var numbers = progress.Last is null ? "" : Numbers(exercise, values);
        if (known.TryGetValue(language, out var judged) && judged.IsOf(exercise, numbers))
        {
            return judged.Made;
        }

        var state = Make(exercise, progress, values, language);
        known[language] = new(exercise, numbers, state);
        return state;
    }

    public CheckedWork Work(ExerciseDefinition exercise, KeptAttempt attempt, NotebookValues values, string language)
    {
        var known = _works.GetOrCreateValue(attempt);
        var numbers = Numbers(exercise, values);
        if (known.TryGetValue(language, out var judged) && judged.IsOf(exercise, numbers))
        {
            return judged.Made;
        }

        var answers = WorkJson.ReadAnswers(attempt.Answers);
        var work = ExerciseWork.Of(
            exercise,
            answers,
            Judge(exercise, answers, values, language),
            WorkJson.ReadOutcome(attempt.Outcome),
            WorkJson.ReadConsequence(attempt.Consequence),
            values.Cells,
            language);
        known[language] = new(exercise, numbers, work);
        return work;
    }

    /// <summary>Caches a finished judgement.</summary>
    public void Note(ExerciseDefinition exercise, KeptAttempt attempt, NotebookValues values, string language, CheckedWork work) =>
        _works.GetOrCreateValue(attempt)[language] = new(exercise, Numbers(exercise, values), work);

    public Verdict Judge(ExerciseDefinition exercise, IReadOnlyDictionary<string, string> texts, NotebookValues values, string language)
    {
        Interlocked.Increment(ref _judgements);
        return ExerciseJudge.Judge(exercise, texts.ToDictionary(text => text.Key, text => (string?)text.Value), language, ExerciseWork.Current(exercise, values));
    }

    private ExerciseState Make(ExerciseDefinition exercise, ExerciseProgress progress, NotebookValues values, string language)
    {
        var hints = new HintState(exercise.Hints.Count, progress.Hints, progress.Attempts > 0);
        return new(
            progress.Attempts,
            progress.Last is { } last ? Work(exercise, last, values, language) : null,
            [.. hints.Visible(exercise.Hints).Select(hint => hint.In(language))],
            hints.Total,
            hints.CanShowNext,
            progress.SolvedAt is not null,
            progress.RevealedAt is not null);
    }

    private static string Numbers(ExerciseDefinition exercise, NotebookValues values) => string.Join(
        ' ',
        (ExerciseWork.Current(exercise, values) ?? new Dictionary<string, long>()).OrderBy(number => number.Key, StringComparer.Ordinal)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Key}={number.Value}")));

    /// <param name="Numbers">The learner's own numbers that were used for judging.</param>
    private sealed record Judged<T>(ExerciseDefinition Exercise, string Numbers, T Made)
    {
        public bool IsOf(ExerciseDefinition exercise, string numbers) => ReferenceEquals(Exercise, exercise) && Numbers == numbers;
    }
}
