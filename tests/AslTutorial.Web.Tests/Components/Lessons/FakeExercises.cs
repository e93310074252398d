using System.Collections.Concurrent;
using AslTutorial.Lessons;
using AslTutorial.Web.Exercises;

namespace AslTutorial.Web.Tests.Components.Lessons;

/// <summary>A learner's work in memory: what a check comes to is up to the test. Tells the watchers of the notebook.</summary>
internal sealed class FakeExercises(FakeNotebooks notebooks) : IExercises
{
    public ConcurrentDictionary<string, ExerciseState> States { get; } = new();

    public ConcurrentDictionary<string, QuestionState> Questions { get; } = new();

    /// <summary>What was asked for, in order: "check dataset".</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<string, CheckOutcome> OnCheck { get; set; } = _ => new(CheckStatus.Unknown);

    public Func<string, ConsequenceOutcome> OnConsequence { get; set; } = _ => new(null);

    public Func<string, QuestionState?> OnAnswer { get; set; } = _ => null;

    /// <summary>Checks, answers and short runs wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public ExerciseBook Book => new(new Dictionary<string, ExerciseState>(States), new Dictionary<string, QuestionState>(Questions));

    /// <summary>The exercise as after an attempt.</summary>
    public void Keep(string exercise, CheckedWork work, int attempts = 1, bool isSolved = false) =>
        States[exercise] = (States.GetValueOrDefault(exercise) ?? ExerciseState.Untouched with { HintTotal = 3 }) with
        {
            Attempts = attempts,
            Last = work,
            CanShowHint = true,
            IsSolved = isSolved || States.GetValueOrDefault(exercise)?.IsSolved == true,
        };

    public Task<ExerciseBook> OpenAsync(string learner, Lesson lesson, CancellationToken cancel) => Task.FromResult(Book);

    public async Task<CheckOutcome> CheckAsync(
        string learner, string lesson, string exercise, IReadOnlyDictionary<string, string?>? texts, bool types, string language, CancellationToken cancel)
    {
        Asked.Enqueue($"check {exercise} {language}");
        await Gate;
        var answer = OnCheck(exercise);
        if (answer.Work is { Checked.Verdict.IsAttempt: true } work)
        {
            Keep(exercise, work, (States.GetValueOrDefault(exercise)?.Attempts ?? 0) + 1, work.Checked.Verdict.Status == AslTutorial.Lessons.Exercises.Judging.VerdictStatus.Correct);
            notebooks.Tell();
        }

        return answer;
    }

    public async Task<ConsequenceOutcome> ShowConsequenceAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        Asked.Enqueue($"consequence {exercise}");
        await Gate;
        var answer = OnConsequence(exercise);
        if (answer.Consequence is { } consequence)
        {
            States[exercise] = States[exercise] with { Last = States[exercise].Last! with { Consequence = consequence } };
            notebooks.Tell();
        }

        return answer;
    }

    public Task ShowHintAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        var state = States[exercise];
        var hints = state.Hints.Append($"hint number {state.Hints.Count + 1}").ToList();
        States[exercise] = state with { Hints = hints, CanShowHint = hints.Count < state.HintTotal };
        notebooks.Tell();
        return Task.CompletedTask;
    }

    public Task RevealAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        Asked.Enqueue($"reveal {exercise}");
        return Task.CompletedTask;
    }

    public async Task<QuestionState?> AnswerAsync(string learner, string lesson, string question, string language, CancellationToken cancel)
    {
        Asked.Enqueue($"answer {question}");
        await Gate;
        var state = OnAnswer(question);
        if (state is { IsAnswered: true })
        {
            Questions[question] = state;
            notebooks.Tell();
        }

        return state;
    }
}
