using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Listings;
using AslTutorial.Lessons.Sources;

namespace AslTutorial.Lessons.Checking;

/// <summary>Listings against lesson.yml and the exercises: every mark has its words and every word its mark.</summary>
internal static class CodeCheck
{
    public static void Run(LessonSources sources, FaultLog faults)
    {
        foreach (var (id, code) in sources.Code)
        {
            CheckListing(sources, id, code, faults);
        }

        foreach (var exercise in sources.Exercises.Values)
        {
            CheckExercise(sources, exercise, faults);
        }

        foreach (var id in sources.Solutions.Keys.Where(id => !sources.Exercises.ContainsKey(id)))
        {
            faults.Add(SolutionFile(sources, id), null, $"there is no exercise '{id}' that this could solve");
        }
    }

    private static void CheckListing(LessonSources sources, string id, string code, FaultLog faults)
    {
        var file = sources.Folder.NameOf(LessonSources.CodeFile(id));
        foreach (var (line, language) in CommentLanguages.Missing(code.ReplaceLineEndings("\n")))
        {
            faults.Add(file, line, $"the comment is missing in {language}");
        }

        if (sources.Manifest.Cells.FirstOrDefault(cell => cell.Id == id) is not { } cell)
        {
            faults.Add(file, null, $"{LessonManifest.FileName} lists no cell '{id}'");
            return;
        }

        var marks = ListingMarks.Take(code).Spans;
        Compare(
            marks.OfType<ListingSpan.Parameter>().Select(mark => mark.Name),
            cell.Parameters,
            name => faults.Add(file, LineOf(code, name), $"parameter '{name}' has no label in {LessonManifest.FileName}"),
            place => faults.Add(sources.ManifestFile, place.Line, $"parameter '{place.Name}' has no mark ⟪{place.Name}⟫ in {LessonSources.CodeFile(id)}"));
        if (!sources.Exercises.ContainsKey(id) && marks.OfType<ListingSpan.Gap>().FirstOrDefault() is { } gap)
        {
            faults.Add(file, LineOf(code, gap.Name), $"gap '{gap.Name}' has no answer: {LessonSources.ExercisesFolder}/{id}.yml is missing");
        }
    }

    private static void CheckExercise(LessonSources sources, ExerciseSource exercise, FaultLog faults)
    {
        var path = LessonSources.CodeFile(exercise.Id);
        if (!sources.Code.TryGetValue(exercise.Id, out var code))
        {
            faults.Add(exercise.File, null, $"the file {path} is missing");
            return;
        }

        Compare(
            ListingMarks.Take(code).Spans.OfType<ListingSpan.Gap>().Select(mark => mark.Name),
            exercise.Gaps,
            name => faults.Add(sources.Folder.NameOf(path), LineOf(code, name), $"gap '{name}' has no answer in {LessonSources.ExercisesFolder}/{exercise.Id}.yml"),
            place => faults.Add(exercise.File, place.Line, $"gap '{place.Name}' has no mark ⟦{place.Name}⟧ in {path}"));
        if (!sources.Solutions.TryGetValue(exercise.Id, out var solution))
        {
            faults.Add(exercise.File, null, $"the file {LessonSources.CodeFolder}/{exercise.Id}.solution.py is missing");
        }
        else if (ListingMarks.Take(solution).Spans.Count > 0)
        {
            faults.Add(SolutionFile(sources, exercise.Id), null, "a solution has no marks left");
        }
    }

    private static void Compare(IEnumerable<string> marks, IReadOnlyList<PlaceSource> places, Action<string> unknown, Action<PlaceSource> unused)
    {
        var names = marks.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => places.All(place => place.Name != name)))
        {
            unknown(name);
        }

        foreach (var place in places.Where(place => !names.Contains(place.Name)))
        {
            unused(place);
        }
    }

    private static string SolutionFile(LessonSources sources, string id) =>
        sources.Folder.NameOf($"{LessonSources.CodeFolder}/{id}.solution.py");

    // The line of the mark ⟦name⟧ or ⟪name⟫.
    private static int? LineOf(string code, string name)
    {
        var at = Math.Max(code.IndexOf($"⟦{name}⟧", StringComparison.Ordinal), code.IndexOf($"⟪{name}⟫", StringComparison.Ordinal));
        return at < 0 ? null : code.AsSpan(0, at).Count('\n') + 1;
    }
}
