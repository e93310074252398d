using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>Every known mistake of the content files, whichever are in them.</summary>
public sealed class MistakeTests
{
    public static IEnumerable<TheoryDataRow<string, string>> All =>
        CnnExercises.All.SelectMany(exercise => exercise.Mistakes, (exercise, mistake) => new TheoryDataRow<string, string>(exercise.Id, mistake.Id));

    [Theory]
    [MemberData(nameof(All))]
    public void Judge_AnswersOfAMistake_ThatMistakeAndItsMessage(string exerciseId, string mistakeId)
    {
        var exercise = CnnExercises.Find(exerciseId);
        var mistake = exercise.Mistakes.Single(candidate => candidate.Id == mistakeId);
        foreach (var texts in Combinations(exercise, mistake))
        {
            foreach (var language in new[] { "zh-CN", "en" })
            {
                var verdict = ExerciseJudge.Judge(exercise, texts, language);
                verdict.Status.ShouldBe(VerdictStatus.Wrong);
                verdict.Mistake.ShouldBe(mistake);
                verdict.Message.ShouldBe(mistake.Message.In(language));
                foreach (var gap in verdict.Gaps)
                {
                    gap.Status.ShouldBe(mistake.Gaps.Contains(gap.Name) || !IsAccepted(exercise, gap) ? VerdictStatus.Wrong : VerdictStatus.Correct);
                    gap.Message.ShouldBe(gap.Status == VerdictStatus.Wrong ? mistake.Message.In(language) : null);
                }

                var request = verdict.Request.ShouldNotBeNull();
                request.Stage.ShouldBe(mistake.Outcome.Stage);
                request.View.ShouldBe(mistake.Outcome.View);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Judge_AnswersOfAMistakeWithAnotherGapWrong_StillItsMessage(string exerciseId, string mistakeId)
    {
        var exercise = CnnExercises.Find(exerciseId);
        var mistake = exercise.Mistakes.Single(candidate => candidate.Id == mistakeId);
        if (exercise.Gaps.FirstOrDefault(gap => !mistake.When.ContainsKey(gap.Name)) is not { } other)
        {
            return;
        }

        var texts = Combinations(exercise, mistake).First();
        texts[other.Name] = "something_else";
        var verdict = ExerciseJudge.Judge(exercise, texts, "en");
        verdict.Status.ShouldBe(VerdictStatus.Wrong);
        verdict.Mistake.ShouldBeNull();
        verdict.Gaps.Single(gap => gap.Name == other.Name).Status.ShouldBe(VerdictStatus.Wrong);
        verdict.Gaps.Where(gap => gap.Mistake == mistakeId).ShouldNotBeEmpty();
    }

    [Fact]
    public void Mistakes_AsManyAsTheFactsAskFor()
    {
        CnnExercises.Dataset.Mistakes.Count.ShouldBeGreaterThanOrEqualTo(16);
        CnnExercises.Dataloader.Mistakes.Count.ShouldBeGreaterThanOrEqualTo(18);
        CnnExercises.TrainValidate.Mistakes.Count.ShouldBeGreaterThanOrEqualTo(18);
    }

    private static bool IsAccepted(ExerciseDefinition exercise, GapVerdict gap) =>
        exercise.Find(gap.Name).ShouldNotBeNull().IsAccepted(gap.Reading, exercise.Names);

    /// <summary>Every combination of the answers that make a mistake, the other gaps as in the solution.</summary>
    private static IEnumerable<Dictionary<string, string?>> Combinations(ExerciseDefinition exercise, ExerciseMistake mistake)
    {
        IEnumerable<(string Gap, string? Text)[]> combinations = [[]];
        foreach (var (gap, patterns) in mistake.When)
        {
            combinations = combinations.SelectMany(
                _ => patterns, (answers, pattern) => ((string, string?)[])[.. answers, (gap, pattern.Written)]).ToList();
        }

        return combinations.Select(answers => exercise.Solution(answers));
    }
}
