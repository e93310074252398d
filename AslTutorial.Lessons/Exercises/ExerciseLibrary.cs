using System.Collections.Concurrent;
using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Lessons.Exercises;

/// <summary>
/// The exercises and questions of the lessons in a folder, with their answers: nothing of it leaves the server before its
/// time. Each file version is read once; a saved file is seen at the next call.
/// </summary>
/// <param name="directory">Has a folder for each lesson, with exercises/*.yml and questions.yml.</param>
public sealed class ExerciseLibrary(string directory)
{
    private const int MaxNameLength = 64;

    private readonly ConcurrentDictionary<string, (string Version, object Content)> _read = new();

    /// <summary>The exercise, or null where there is none.</summary>
    /// <exception cref="LessonContentException">Its file has a fault.</exception>
    public ExerciseDefinition? FindExercise(string slug, string exercise) =>
        IsPlainName(slug) && IsPlainName(exercise) ? Read($"{slug}/exercises/{exercise}.yml", ReadExercise) : null;

    /// <summary>The question, or null where there is none.</summary>
    /// <exception cref="LessonContentException">Its file has a fault.</exception>
    public QuestionDefinition? FindQuestion(string slug, string question) =>
        IsPlainName(slug) ? Read($"{slug}/questions.yml", ReadQuestions)?.FirstOrDefault(candidate => candidate.Id == question) : null;

    /// <summary>All exercises of a lesson, by their files' names; those with faults are left out.</summary>
    /// <param name="slug">The lesson's folder.</param>
    /// <param name="faults">Gets every fault of these files.</param>
    public IReadOnlyList<ExerciseDefinition> ReadExercises(string slug, ICollection<LessonContentException> faults)
    {
        var folder = new DirectoryInfo(Path.Combine(directory, slug, "exercises"));
        var exercises = new List<ExerciseDefinition>();
        var files = folder.Exists ? folder.GetFiles("*.yml") : [];
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var name = $"{slug}/exercises/{file.Name}";
            if (ExerciseReader.Read(name, Text(file, name), faults) is not { } exercise)
            {
                continue;
            }

            if (file.Name != $"{exercise.Id}.yml")
            {
                faults.Add(WrongName(name, exercise));
            }

            exercises.Add(exercise);
        }

        return exercises;
    }

    private static ExerciseDefinition ReadExercise(string name, string text)
    {
        var exercise = ExerciseReader.Read(name, text);
        return name.EndsWith($"/{exercise.Id}.yml", StringComparison.Ordinal) ? exercise : throw WrongName(name, exercise);
    }

    private static IReadOnlyList<QuestionDefinition> ReadQuestions(string name, string text)
    {
        var faults = new List<LessonContentException>();
        var questions = QuestionReader.Read(name, text, faults);
        return faults.Count == 0 ? questions : throw faults[0];
    }

    private static LessonContentException WrongName(string name, ExerciseDefinition exercise) =>
        new(name, null, $"the file has to be called {exercise.Id}.yml after its id");

    private static string Text(FileInfo file, string name) => file.Length <= LessonLibrary.MaxFileBytes
        ? File.ReadAllText(file.FullName)
        : throw new LessonContentException(name, null, $"{file.Length} bytes; a lesson's file has at most {LessonLibrary.MaxFileBytes}");

    // Both come from addresses: nothing that is not a plain name becomes part of a path.
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    private T? Read<T>(string name, Func<string, string, T> read)
        where T : class
    {
        var file = new FileInfo(Path.Combine(directory, name));
        if (!file.Exists)
        {
            return null;
        }

        var version = $"{file.LastWriteTimeUtc.Ticks}-{file.Length}";
        if (_read.TryGetValue(name, out var known) && known.Version == version)
        {
            return (T)known.Content;
        }

        var content = read(name, Text(file, name));
        _read[name] = (version, content);
        return content;
    }
}
