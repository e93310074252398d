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
/// Questions are answered by the run that follows: once it is there, what was typed before it stands as the learner's answer,
/// and whoever typed nothing that can be read has seen the result and so has skipped the question.
/// </summary>
internal sealed class QuestionRuns(
    LessonCourse course, LessonLibrary lessons, ExerciseLibrary exercises, NotebookStore notebooks, ExerciseStore store, NotebookWatchers watchers, ILogger<QuestionRuns> log)
    : IAfterCellRun, IAfterRun
{
    /// <summary>Where the notebook keeps the answer.</summary>
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

        var texts = (await notebooks.OpenAsync(key, results: false, CancellationToken.None)).Texts;
        foreach (var question in asked)
        {
            var text = texts.GetValueOrDefault(PlaceOf(question.Id));
            if (exercises.FindQuestion(key.Lesson, question.Id) is { } definition
                && QuestionJudge.Judge(definition, text, SiteCultures.Default) is { Status: VerdictStatus.Correct or VerdictStatus.Wrong } verdict)
            {
                await store.AnswerAsync(key, question.Id, text!, verdict.Status);
            }
            else
            {
                await notebooks.SetValueAsync(key, LessonPlaces.OfQuestion(question.Id), LessonPlaces.Skipped, "run", CancellationToken.None);
            }
        }

        watchers.Tell(key);
    }
}
