using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class OutcomeWordsTests
{
    private static readonly ExerciseDefinition Exercise = CnnExercises.Dataset;

    [Theory]
    [InlineData("'labels'", OutcomeKind.Raised, VerdictStatus.Wrong, "ends like this")]
    [InlineData("'labels'", OutcomeKind.None, VerdictStatus.Wrong, "the site's doing")]
    [InlineData("'label'", OutcomeKind.None, VerdictStatus.Correct, "the site's doing")]
    [InlineData("'label'", OutcomeKind.Raised, VerdictStatus.Correct, "does not count against you")]
    [InlineData("'label'", OutcomeKind.Ran, VerdictStatus.Correct, null)]
    [InlineData("'pixel2'", OutcomeKind.Ran, VerdictStatus.Wrong, "runs without an error")]
    [InlineData("", OutcomeKind.None, VerdictStatus.Incomplete, null)]
    [InlineData("((", OutcomeKind.None, VerdictStatus.Invalid, null)]
    public void Explain_Outcome_SaysWhatItMeansAndChangesNothing(string label, OutcomeKind kind, VerdictStatus status, string? part)
    {
        var verdict = ExerciseJudge.Judge(Exercise, Exercise.Solution(("label", label)), "en");
        var explained = OutcomeWords.Explain(Exercise, verdict, new(kind, "KeyError: 'labels'"), "en", new Dictionary<string, string>());

        explained.Verdict.ShouldBeSameAs(verdict);
        explained.Verdict.Status.ShouldBe(status);
        if (part is null)
        {
            explained.Explanation.ShouldBeNull();
        }
        else
        {
            explained.Explanation.ShouldNotBeNull().ShouldContain(part);
        }
    }

    [Fact]
    public void Explain_EvidenceWithFacts_HasTheNumbersOfThisRunOrIsNotSaid()
    {
        var exercise = CnnExercises.TrainValidate;
        var verdict = ExerciseJudge.Judge(exercise, exercise.Solution(("first_loader", "train_loader")), "zh-CN");
        var facts = new Dictionary<string, string>
        {
            ["first.accuracy"] = "1.2345",
            ["first.images"] = "640",
            ["valid_N"] = "168",
            ["first.ceiling"] = "3.8095",
            ["first.share"] = "0.3241",
        };

        Say(facts).ShouldNotBeNull().ShouldContain("1.2345 是 640 张");
        facts.Remove("first.share");
        Say(facts).ShouldBeNull();

        string? Say(Dictionary<string, string> known) =>
            OutcomeWords.Explain(exercise, verdict, new(OutcomeKind.Ran), "zh-CN", known).Evidence;
    }

    [Fact]
    public void Judge_KnownMistake_AsksForWhatShowsIt() =>
        ExerciseJudge.Judge(Exercise, Exercise.Solution(("label", "'labels'")), "en").Request!.Stage.ShouldBe("construct");
}
