using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Api;

/// <summary>Exports a learner's own work on a lesson.</summary>
internal static class WorkApi
{
    private const string ProblemJson = "application/problem+json";

    public static void MapWorkApi(this IEndpointRouteBuilder lessons) => lessons.MapGet("/{slug}/work", ExportAsync)
        .Costs(Cost.Page)
        .WithSummary("The learner's work on a lesson as a file: what was typed, run, checked, predicted and trained.")
        .Produces<WorkReply>()
        .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);

    private static async Task<IResult> ExportAsync(
        string slug,
        HttpResponse response,
        LessonLibrary library,
        ILearner learner,
        INotebooks notebooks,
        OpenNotebooks open,
        NotebookStore store,
        IRunService runs,
        IConfusionNotes confusions,
        CellWords words,
        IOptions<RetentionOptions> retention,
        LearnerBook book,
        TimeProvider time,
        CancellationToken cancel)
    {
        if (library.Find(slug, Localization.SiteCultures.Current) is not { } lesson)
        {
            return ApiProblems.NotFound($"There is no lesson {slug}.");
        }

        var key = new NotebookKey(await learner.GetIdAsync(), slug);
        var notebook = await notebooks.OpenAsync(key.Learner, slug, cancel);
        var content = (await open.OpenAsync(key, cancel)).Content;
        var attempts = (await store.AttemptsAsync(key, cancel)).ToLookup(attempt => attempt.Exercise);
        var now = time.GetUtcNow();
        response.Headers.ContentDisposition = $"attachment; filename=\"asl-tutorial-{slug}.json\"";
        return Results.Ok(new WorkReply(
            slug,
            lesson.Title,
            now,
            now + TimeSpan.FromDays(book.CameBack(key.Learner) ? retention.Value.Days : retention.Value.OnceDays),
            [.. lesson.Sections.Select(section => section.Id).Where(content.Read.Contains)],
            [.. notebook.Values.Select(value => new WorkValue(value.Key.Cell, value.Key.Name, value.Value)).OrderBy(value => value.Cell).ThenBy(value => value.Name)],
            [.. notebook.Cells.Where(cell => cell.Value.Outputs.Count > 0 || cell.Value.Count is not null).Select(cell => new WorkCell(
                cell.Key,
                cell.Value.Count,
                cell.Value.Since,
                [.. cell.Value.Outputs.Select(output => CellOutputReply.From(output, words.Describe))]))],
            [.. content.Exercises.OrderBy(exercise => exercise.Key).Select(exercise => new WorkExercise(
                exercise.Key,
                exercise.Value.Attempts,
                exercise.Value.Hints,
                exercise.Value.SolvedAt,
                exercise.Value.RevealedAt,
                [.. attempts[exercise.Key].Select(a => new WorkAttempt(a.At, a.Status, a.Mistake, WorkJson.ReadAnswers(a.Answers)))]))],
            [.. content.Questions.OrderBy(question => question.Value.At).Select(q => new WorkQuestion(q.Key, q.Value.Text, q.Value.Status, q.Value.At))],
            [.. (await runs.ListAsync(key.Learner, cancel: cancel)).Select(RunSummary.From)],
            [.. (await confusions.ListAsync(key.Learner, cancel)).Select(note => new WorkConfusionNote(note.RunId, note.Text, note.At))]));
    }
}
