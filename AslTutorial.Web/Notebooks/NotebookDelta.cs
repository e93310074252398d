using System.Collections.Immutable;

namespace AslTutorial.Web.Notebooks;

/// <summary>The difference made by a change; null for parts without change.</summary>
/// <param name="Texts">A null text was removed.</param>
/// <param name="Read">Newly read sections.</param>
[GenerateSerializer, Immutable]
internal sealed record NotebookDelta(
    KernelCount? Kernel = null,
    ImmutableDictionary<(string Cell, string Name), string?>? Texts = null,
    ImmutableDictionary<string, CellRun>? Runs = null,
    ImmutableDictionary<string, ExerciseProgress>? Exercises = null,
    ImmutableDictionary<string, QuestionAnswer>? Questions = null,
    ImmutableHashSet<string>? Read = null)
{
    public static NotebookDelta OfText(string cell, string name, string? text) =>
        new(Texts: ImmutableDictionary<(string Cell, string Name), string?>.Empty.Add((cell, name), text));

    public static NotebookDelta OfExercise(string exercise, ExerciseProgress progress) =>
        new(Exercises: ImmutableDictionary<string, ExerciseProgress>.Empty.Add(exercise, progress));
}

/// <summary>A kernel and the number of its last In [n].</summary>
[GenerateSerializer, Immutable]
internal sealed record KernelCount(int Kernel, int Count);
