using System.Collections.Concurrent;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Exercises;

/// <summary>
/// What answers to the exercises and questions of the lessons in a folder are judged by: nothing of it leaves the server
/// before its time. Each file version is read once; a saved file is seen at the next call, and while it has faults the
/// last version without any is used.
/// </summary>
/// <param name="directory">Has a folder for each lesson, with exercises/*.yml and questions.yml.</param>
public sealed class ExerciseLibrary(string directory)
{
    private readonly ListedNames _names = new();
    private readonly ConcurrentDictionary<string, (DateTime Saved, long Length, object Content)> _read = new();

    /// <summary>The exercise, or null where there is none.</summary>
    /// <exception cref="LessonContentException">Its file has faults and never was without.</exception>
    public ExerciseDefinition? FindExercise(string slug, string exercise)
    {
        // Both come from a URL and become part of a path, so only plain names are accepted.
        if (!PlainName.IsSlug(slug) || !PlainName.IsId(exercise))
        {
            return null;
        }

        var found = Read(slug, $"{LessonSources.ExercisesFolder}/{exercise}.yml", ExerciseReader.Read);
        return found?.Id == exercise ? found : null;
    }

    /// <summary>The question, or null where there is none, or none that could be judged: its file has faults and never was without.</summary>
    public QuestionDefinition? FindQuestion(string slug, string question)
    {
        if (!PlainName.IsSlug(slug))
        {
            return null;
        }

        try
        {
            return Read(slug, QuestionSource.FileName, QuestionDefinitions.Read)?.FirstOrDefault(candidate => candidate.Id == question);
        }
        catch (LessonContentException)
        {
            // LessonLibrary reports the fault to the author; the other questions stay usable.
            return null;
        }
    }

    private T? Read<T>(string slug, string file, Func<string, string, T> read)
        where T : class
    {
        var name = $"{slug}/{file}";
        var path = Path.Combine(directory, slug, file);
        if (!File.Exists(path) || !_names.Has(Path.Combine(directory, slug)) || !_names.Has(path))
        {
            return null;
        }

        var target = ContentFile.Target(new FileInfo(path));
        var (saved, length) = (target.LastWriteTimeUtc, target.Exists ? target.Length : 0);
        var isKnown = _read.TryGetValue(name, out var known);
        if (isKnown && known.Saved == saved && known.Length == length)
        {
            return (T)known.Content;
        }

        try
        {
            var content = read(name, Text(path, name));
            _read[name] = (saved, length, content);
            return content;
        }
        catch (LessonContentException) when (isKnown)
        {
            return (T)known.Content;
        }
    }

    private static string Text(string path, string name)
    {
        var faults = new FaultLog();
        return ContentFile.Read(path, name, faults)
            ?? throw (faults.IsEmpty ? new LessonContentException(name, null, "is not there any more") : new LessonContentException(faults.All));
    }
}
