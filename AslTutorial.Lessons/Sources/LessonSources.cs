using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Sources;

/// <summary>What a lesson has once for all languages.</summary>
internal sealed record LessonSources(
    LessonFolder Folder,
    LessonManifest Manifest,
    IReadOnlyDictionary<string, string> Code,
    IReadOnlyDictionary<string, string> Solutions,
    IReadOnlyDictionary<string, ExerciseSource> Exercises,
    IReadOnlyDictionary<string, QuestionSource> Questions,
    IReadOnlyDictionary<string, FigureSource> Figures)
{
    public const string CodeFolder = "code";
    public const string ExercisesFolder = "exercises";

    private const string PythonEnd = ".py";
    private const string SolutionEnd = ".solution.py";
    private const string ExerciseEnd = ".yml";

    public string ManifestFile => Folder.NameOf(LessonManifest.FileName);

    public static string CodeFile(string cell) => $"{CodeFolder}/{cell}{PythonEnd}";

    public static LessonSources Read(LessonFolder folder, FaultLog faults)
    {
        var manifest = LessonManifest.Read(
            folder.NameOf(LessonManifest.FileName), folder.Read(LessonManifest.FileName, faults) ?? "", faults);
        var code = folder.List(CodeFolder, $"*{PythonEnd}")
            .ToDictionary(name => name, name => folder.Read($"{CodeFolder}/{name}", faults) ?? "", StringComparer.Ordinal);
        var exercises = folder.List(ExercisesFolder, $"*{ExerciseEnd}")
            .Select(name => ReadExercise(folder, name, faults))
            .OfType<ExerciseSource>()
            .ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        return new LessonSources(
            folder,
            manifest,
            code.Where(file => !file.Key.EndsWith(SolutionEnd, StringComparison.Ordinal))
                .ToDictionary(file => file.Key[..^PythonEnd.Length], file => file.Value, StringComparer.Ordinal),
            code.Where(file => file.Key.EndsWith(SolutionEnd, StringComparison.Ordinal))
                .ToDictionary(file => file.Key[..^SolutionEnd.Length], file => file.Value, StringComparer.Ordinal),
            exercises,
            ById(Optional(folder, QuestionSource.FileName, QuestionSource.ReadAll, faults), question => question.Id),
            ById(Optional(folder, FigureSource.FileName, FigureSource.ReadAll, faults), figure => figure.Id));
    }

    private static ExerciseSource? ReadExercise(LessonFolder folder, string name, FaultLog faults)
    {
        var path = $"{ExercisesFolder}/{name}";
        return folder.Read(path, faults) is { } text
            ? ExerciseSource.Read(name[..^ExerciseEnd.Length], folder.NameOf(path), text, faults)
            : null;
    }

    private static IReadOnlyList<T> Optional<T>(
        LessonFolder folder, string name, Func<string, string, FaultLog, IReadOnlyList<T>> read, FaultLog faults) =>
        folder.Read(name, faults) is { } text ? read(folder.NameOf(name), text, faults) : [];

    // Duplicate ids have been logged by ReadAll; the first one counts.
    private static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id) =>
        items.GroupBy(id).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
}
