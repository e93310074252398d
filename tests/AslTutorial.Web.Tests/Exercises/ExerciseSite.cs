using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>Short words for what the tests of exercises do.</summary>
internal static class ExerciseSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IExercises Exercises(this TestSite site) => site.Services.GetRequiredService<IExercises>();

    public static ExerciseDefinition Definition(this TestSite site, string exercise, string lesson = NotebookSite.Lesson) =>
        site.Services.GetRequiredService<ExerciseLibrary>().FindExercise(lesson, exercise).ShouldNotBeNull();

    public static async Task<ExerciseState> ExerciseAsync(
        this TestSite site, string exercise, string? learner = null, string language = "en", string lesson = NotebookSite.Lesson) =>
        (await site.BookAsync(learner, language, lesson)).Exercises[exercise];

    public static async Task<QuestionState> QuestionAsync(this TestSite site, string question, string? learner = null) =>
        (await site.BookAsync(learner, "en")).Questions[question];

    /// <summary>The solution, some gaps of it changed.</summary>
    public static Dictionary<string, string?> Answers(this ExerciseDefinition exercise, params (string Gap, string? Text)[] changed)
    {
        var answers = exercise.Gaps.ToDictionary(gap => gap.Name, gap => (string?)gap.Accept[0].Written);
        foreach (var (gap, text) in changed)
        {
            answers.ShouldContainKey(gap);
            answers[gap] = text;
        }

        return answers;
    }

    /// <summary>Checks the solution, some gaps of it changed.</summary>
    public static async Task<CheckedWork> CheckAsync(this TestSite site, string exercise, params (string Gap, string? Text)[] changed) =>
        await site.CheckAsync(exercise, site.Definition(exercise).Answers(changed));

    public static async Task<CheckedWork> CheckAsync(
        this TestSite site, string exercise, IReadOnlyDictionary<string, string?> answers, string? learner = null, string lesson = NotebookSite.Lesson)
    {
        var answer = await site.Exercises().CheckAsync(learner ?? site.Learner, lesson, exercise, answers, types: false, "en", Cancel);
        answer.Status.ShouldBe(CheckStatus.Done);
        return answer.Work.ShouldNotBeNull();
    }

    public static Task HintAsync(this TestSite site, string exercise) =>
        site.Exercises().ShowHintAsync(site.Learner, NotebookSite.Lesson, exercise, Cancel);

    private static Task<ExerciseBook> BookAsync(this TestSite site, string? learner, string language, string lesson = NotebookSite.Lesson) => site.Exercises().OpenAsync(
        learner ?? site.Learner, site.Services.GetRequiredService<LessonLibrary>().Find(lesson, language).ShouldNotBeNull(), Cancel);
}
