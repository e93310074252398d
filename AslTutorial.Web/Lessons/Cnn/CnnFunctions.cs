using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>Judges the notebook's answers like the exercises do, and makes a recipe of them. Nothing is executed.</summary>
internal sealed class CnnFunctions(
    NotebookCells cells, OpenNotebooks notebooks, ValueReader reader, ExerciseLibrary exercises) : IOwnFunctions
{
    public const string Slug = "cnn";

    private const string Dataset = "dataset";
    private const string Loaders = "dataloader";
    private const string Functions = "train-validate";

    public string Lesson => Slug;

    public async Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel)
    {
        var texts = (await notebooks.OpenAsync(Key(learner), cancel)).Content.Texts;
        return Read(texts) with { Cells = CellSettingsReader.Read(new NotebookValues(cells.Of(Slug), texts, reader)) };
    }

    public IDisposable Watch(string learner, Action changed) => notebooks.Watch(Key(learner), changed);

    private OwnFunctions Read(IReadOnlyDictionary<(string Cell, string Name), string> texts)
    {
        Judged dataset = Judge(Dataset, texts), loaders = Judge(Loaders, texts), functions = Judge(Functions, texts);
        Judged[] all = [dataset, loaders, functions];
        if (all.Where(one => !IsFilled(one.Verdict)).Select(Concerned).ToList() is { Count: > 0 } empty)
        {
            return new(OwnFunctionsState.NotFilled, Recipe: null, empty, []);
        }

        var wrong = all.SelectMany(Wrong).ToList();
        var shuffles = RecipeReader.ReadShuffles(loaders.Verdict, loaders.Exercise.Names);
        var both = RecipeReader.ReadFunctions(functions.Verdict);

        // A wrong dataset would stop with an error or need another net.
        List<ConcernedExercise> stopping =
        [
            .. Unless(dataset.Verdict.Status == VerdictStatus.Correct, dataset),
            .. Unless(shuffles is not null, loaders),
            .. Unless(both is not null, functions),
        ];
        if (both is null || shuffles is not { } shuffled || stopping.Count > 0)
        {
            return new(OwnFunctionsState.NotRunnable, Recipe: null, stopping, wrong);
        }

        var recipe = both with { ShufflesTrain = shuffled.Train, ShufflesValid = shuffled.Valid };
        return new(wrong.Count > 0 ? OwnFunctionsState.Wrong : OwnFunctionsState.Right, recipe, [], wrong);
    }

    private static NotebookKey Key(string learner) => new(learner, Slug);

    private static bool IsFilled(Verdict verdict) => verdict.Status is VerdictStatus.Wrong or VerdictStatus.Correct;

    private static ConcernedExercise Concerned(Judged judged) =>
        new(judged.Exercise.Id, judged.Exercise.Title.In(SiteCultures.Current));

    private static IEnumerable<ConcernedExercise> Unless(bool isRunnable, Judged judged) => isRunnable ? [] : [Concerned(judged)];

    private static IEnumerable<WrongAnswer> Wrong(Judged judged) => judged.Verdict.Gaps
        .Where(gap => gap.Status == VerdictStatus.Wrong)
        .GroupBy(gap => (gap.Mistake, gap.Message))
        .Select(group => new WrongAnswer(judged.Exercise.Id, [.. group.Select(gap => gap.Name)], group.Key.Mistake, group.Key.Message ?? ""));

    private Judged Judge(string id, IReadOnlyDictionary<(string Cell, string Name), string> texts)
    {
        var exercise = exercises.FindExercise(Slug, id)
            ?? throw new InvalidOperationException($"The lesson has no exercise {id}.");
        var written = exercise.Gaps.ToDictionary(gap => gap.Name, gap => texts.GetValueOrDefault((id, gap.Name)));
        return new(exercise, ExerciseJudge.Judge(exercise, written, SiteCultures.Current));
    }

    private sealed record Judged(ExerciseDefinition Exercise, Verdict Verdict);
}
