using System.Collections.Immutable;

namespace AslTutorial.Web.Notebooks;

/// <summary>What differs between a notebook before and after a change; null for what does not.</summary>
/// <param name="Texts">Null for one that was taken back.</param>
/// <param name="Read">Sections that were not read before.</param>
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

/// <summary>A kernel, and the n of the last In [n] in it.</summary>
[GenerateSerializer, Immutable]
internal sealed record KernelCount(int Kernel, int Count);
