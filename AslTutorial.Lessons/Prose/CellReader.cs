using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Listings;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Prose;

/// <summary>Puts cells together from lesson.yml, code and exercises.</summary>
internal sealed class CellReader(LessonSources sources, Translator translator, FaultLog faults)
{
    private readonly List<LessonCell> _cells = [];
    private readonly List<ProseLink> _links = [];
    private readonly Dictionary<string, LessonSolution> _solutions = new(StringComparer.Ordinal);

    public IReadOnlyList<LessonCell> Read => _cells;

    public IReadOnlyList<ProseLink> Links => _links;

    public IReadOnlyDictionary<string, LessonSolution> Solutions => _solutions;

    /// <param name="id">The cell's.</param>
    /// <param name="isExercise">Whether the text calls it an exercise.</param>
    /// <param name="page">The lesson's address.</param>
    /// <param name="reason">Why there is none, where that is the text's fault.</param>
    public LessonCell? Find(string id, bool isExercise, string page, out string? reason)
    {
        var exercise = sources.Exercises.GetValueOrDefault(id);
        reason = sources.Manifest.Cells.FirstOrDefault(cell => cell.Id == id) is null ? $"{LessonManifest.FileName} lists no cell '{id}'"
            : !sources.Code.ContainsKey(id) ? $"the file {LessonSources.CodeFile(id)} is missing"
            : isExercise && exercise is null ? $"the file {LessonSources.ExercisesFolder}/{id}.yml is missing"
            : !isExercise && exercise is not null ? $"'{id}' has gaps: ':::exercise {id}'"
            : null;
        if (reason is not null)
        {
            return null;
        }

        var source = sources.Manifest.Cells.First(cell => cell.Id == id);
        var listing = ListingReader.MarkedPython(sources.Code[id], translator.Language);
        var cell = new LessonCell(
            id,
            source.Needs,
            listing,
            Places(listing.Spans.OfType<ListingSpan.Parameter>().Select(p => p.Name), source.Parameters, sources.ManifestFile),
            Places(listing.Spans.OfType<ListingSpan.Gap>().Select(g => g.Name), exercise?.Gaps ?? [], exercise?.File ?? ""));
        _cells.Add(cell);
        if (exercise is not null)
        {
            AddSolution(exercise, page);
        }

        return cell;
    }

    // Each name once, in the order of the code; CodeCheck reports names that do not match.
    private List<LessonPlace> Places(IEnumerable<string> names, IReadOnlyList<PlaceSource> places, string file) => names
        .Distinct()
        .Select(name => places.FirstOrDefault(place => place.Name == name))
        .OfType<PlaceSource>()
        .Select(place => new LessonPlace(place.Name, translator.Take(file, place.Label)))
        .ToList();

    private void AddSolution(ExerciseSource exercise, string page)
    {
        if (!sources.Solutions.TryGetValue(exercise.Id, out var code))
        {
            return;
        }

        var html = "";
        if (exercise.Solution is { } words)
        {
            var prose = new ProseWriter(exercise.File, page, translator.Language, faults, words.Line);
            html = prose.ReadShort(translator.Take(exercise.File, words));
            _links.AddRange(prose.Links);
        }

        _solutions[exercise.Id] = new LessonSolution(exercise.Id, ListingReader.Python(code, translator.Language), html);
    }
}
