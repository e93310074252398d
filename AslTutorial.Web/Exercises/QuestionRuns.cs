using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Exercises;

/// <summary>
/// The run after a question reveals its answer. So once it has ended, the text typed before counts as the learner's answer; without a
/// valid text the question counts as skipped.
/// </summary>
internal sealed class QuestionRuns(
    LessonCourse course, LessonLibrary lessons, ExerciseLibrary exercises, OpenNotebooks notebooks, TimeProvider time, ILogger<QuestionRuns> log)
    : IAfterCellRun, IAfterRun
{
    /// <summary>Where the notebook stores the answer.</summary>
    public static (string Cell, string Name) PlaceOf(string question) => (LessonPlaces.OfQuestion(question), LessonPlaces.Answer);

    public Task CellRanAsync(NotebookKey key, string cell) => AnswerAsync(key, cell);

    public async Task RunEndedAsync(string learner, RunView run)
    {
        if (run.Epochs.Count > 0 && course.Find(run.Lesson)?.Loops is { } cell)
        {
            await AnswerAsync(new(learner, run.Lesson), cell.Id);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "Whatever is the matter with a question, the run is done and kept.")]
    private async Task AnswerAsync(NotebookKey key, string cell)
    {
        try
        {
            await JudgeAsync(key, cell);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The questions that cell {Cell} answers could not be judged", cell);
        }
    }

    private async Task JudgeAsync(NotebookKey key, string cell)
    {
        var asked = lessons.Find(key.Lesson, SiteCultures.Default)?.Questions.Where(question => question.Cell == cell).ToList();
        if (asked is not { Count: > 0 })
        {
            return;
        }

        using var held = notebooks.Hold(key);
        var texts = (await held.Notebook.OpenAsync(CancellationToken.None)).Content.Texts;
        foreach (var question in asked)
        {
            await held.Notebook.ChangeAsync(Settle(key, texts, question.Id));
        }
    }

    private NotebookChange Settle(NotebookKey key, IReadOnlyDictionary<(string Cell, string Name), string> texts, string question)
    {
        var (place, name) = PlaceOf(question);
        var text = texts.GetValueOrDefault((place, name));
        return exercises.FindQuestion(key.Lesson, question) is { } definition
            && QuestionJudge.Judge(definition, text, SiteCultures.Default) is { Status: VerdictStatus.Correct or VerdictStatus.Wrong } verdict
            ? new QuestionAnswered(question, new(text!, ExerciseWrites.Code(verdict.Status), time.GetUtcNow()))
            : new ValueTyped(place, LessonPlaces.Skipped, "run");
    }
}
