using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Dense;

/// <summary>
/// Lesson 2 always trains the lesson's own net. It uses the batch size in the cells, and lists wrong answers, which it does not use.
/// </summary>
internal sealed class DenseFunctions(
    NotebookCells cells, OpenNotebooks notebooks, ValueReader reader, ExerciseLibrary exercises) : IOwnFunctions
{
    public const string Slug = "dense";

    public string Lesson => Slug;

    public async Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel)
    {
        var texts = (await notebooks.OpenAsync(new(learner, Slug), cancel)).Content.Texts;
        var values = new NotebookValues(cells.Of(Slug), texts, reader);
        var settings = new SettingReader(values);
        var batch = (int)settings.Value("loaders", "BATCH_SIZE").Integer;
        return new(OwnFunctionsState.NotAsked, Recipe: null, [.. Wrong(values)], [])
        {
            Cells = CellSettings.Lesson with { BatchSize = batch, Unread = settings.Unread },
        };
    }

    public IDisposable Watch(string learner, Action changed) => notebooks.Watch(new(learner, Slug), changed);

    private IEnumerable<ConcernedExercise> Wrong(NotebookValues values) =>
        from cell in values.Cells.All
        where cell.IsExercise
        let exercise = exercises.FindExercise(Slug, cell.Id)
        where exercise is not null
        let written = exercise.Gaps.ToDictionary(gap => gap.Name, gap => values.TextOf(cell.Id, gap.Name))
        where ExerciseJudge.Judge(exercise, written, SiteCultures.Current).Status == VerdictStatus.Wrong
        select new ConcernedExercise(exercise.Id, exercise.Title.In(SiteCultures.Current));
}
