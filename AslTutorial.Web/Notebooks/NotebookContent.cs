using System.Collections.Immutable;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>A learner's stored work on a lesson.</summary>
/// <param name="Kernel">Cells run in an earlier kernel count as not run.</param>
/// <param name="Count">The number of the last In [n] since the kernel started.</param>
/// <param name="Texts">Texts typed, by cell and name.</param>
/// <param name="Runs">The last run of each cell that was ever run.</param>
/// <param name="Exercises">By exercise.</param>
/// <param name="Questions">The answers that count, by question.</param>
/// <param name="Read">The sections read.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookContent(
    int Kernel,
    int Count,
    ImmutableDictionary<(string Cell, string Name), string> Texts,
    ImmutableDictionary<string, CellRun> Runs,
    ImmutableDictionary<string, ExerciseProgress> Exercises,
    ImmutableDictionary<string, QuestionAnswer> Questions,
    ImmutableHashSet<string> Read)
{
    public static NotebookContent Nothing { get; } = new(
        0,
        0,
        ImmutableDictionary<(string Cell, string Name), string>.Empty,
        ImmutableDictionary<string, CellRun>.Empty,
        ImmutableDictionary<string, ExerciseProgress>.Empty,
        ImmutableDictionary<string, QuestionAnswer>.Empty,
        []);

    /// <summary>The number in In [n]; null for a cell that was not run since the kernel started.</summary>
    public int? CountOf(string cell) => Runs.TryGetValue(cell, out var run) && run.Kernel == Kernel ? run.Count : null;

    public bool WasRun(string cell) => CountOf(cell) is not null;

    /// <summary>The notebook after a change.</summary>
    public NotebookContent After(NotebookDelta delta) => new(
        delta.Kernel?.Kernel ?? Kernel,
        delta.Kernel?.Count ?? Count,
        delta.Texts is null ? Texts : Texts.SetItems(Kept(delta.Texts)).RemoveRange(delta.Texts.Where(text => text.Value is null).Select(text => text.Key)),
        delta.Runs is null ? Runs : Runs.SetItems(delta.Runs),
        delta.Exercises is null ? Exercises : Exercises.SetItems(delta.Exercises),
        delta.Questions is null ? Questions : Questions.SetItems(delta.Questions),
        delta.Read is null ? Read : Read.Union(delta.Read));

    private static IEnumerable<KeyValuePair<(string Cell, string Name), string>> Kept(ImmutableDictionary<(string Cell, string Name), string?> texts)
    {
        foreach (var (place, text) in texts)
        {
            if (text is not null)
            {
                yield return new(place, text);
            }
        }
    }
}

/// <summary>The last run of a cell.</summary>
/// <param name="Fingerprint">Identifies the values it ran with: its own and those of the cells before it.</param>
/// <param name="DataDigest">Identifies the data set it ran on.</param>
/// <param name="Result">Null if another version wrote something that this one cannot read.</param>
[GenerateSerializer, Immutable]
internal sealed record CellRun(
    int Kernel, int Count, string Fingerprint, string DataDigest, double Milliseconds, DateTimeOffset EndedAt, CellResult? Result);

/// <summary>How far a learner has come with an exercise.</summary>
/// <param name="Attempts">Checking the same answers again does not count.</param>
/// <param name="Hints">Number of open hints.</param>
/// <param name="SolvedAt">When an attempt was correct for the first time.</param>
/// <param name="RevealedAt">When the solution was opened, if that was before solving it.</param>
[GenerateSerializer, Immutable]
internal sealed record ExerciseProgress(int Attempts, int Hints, DateTimeOffset? SolvedAt, DateTimeOffset? RevealedAt, KeptAttempt? Last)
{
    public static ExerciseProgress None { get; } = new(0, 0, null, null, null);
}

/// <summary>The last stored attempt at an exercise.</summary>
/// <param name="Answers">The texts in the gaps, as JSON.</param>
/// <param name="Outcome">The result of executing them, as JSON; null until then.</param>
/// <param name="Consequence">The effect of the mistake, as JSON, if the learner asked for it.</param>
[GenerateSerializer, Immutable]
internal sealed record KeptAttempt(long Id, string Answers, byte[]? Outcome, byte[]? Consequence);

/// <summary>A learner's first valid answer to a question.</summary>
/// <param name="Status">wrong or correct, as judged at that time.</param>
[GenerateSerializer, Immutable]
internal sealed record QuestionAnswer(string Text, string Status, DateTimeOffset At);
