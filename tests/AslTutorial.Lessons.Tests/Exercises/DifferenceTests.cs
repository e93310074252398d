using System.Text.RegularExpressions;
using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>What is said about answers that nobody has foreseen.</summary>
public sealed class DifferenceTests
{
    private static readonly string[] Unforeseen =
    [
        "'something'", "something", "77", "7.5", "True", "False", "None", "'77'", "'True'", "train_N", "frame", "pixels", "IMG_SIZE",
        "shuffle=77", "shuffle='x'", "shuffle=x", "drop_last=False", "SHUFFLE=0", "shuffle=None", "-77", "1 + 1",
    ];

    [Fact]
    public void Judge_UnforeseenAnswers_NeverTellTheRightOne()
    {
        foreach (var exercise in CnnExercises.All)
        {
            foreach (var gap in exercise.Gaps)
            {
                foreach (var text in Unforeseen)
                {
                    foreach (var language in new[] { "zh-CN", "en" })
                    {
                        var verdict = ExerciseJudge.Judge(exercise, exercise.Solution((gap.Name, text)), language).Gaps.Single(one => one.Name == gap.Name);
                        if (verdict is { Status: VerdictStatus.Wrong, Mistake: null })
                        {
                            var answers = gap.Accept.SelectMany(pattern => pattern.Reading.Arguments)
                                .SelectMany(argument => new[] { argument.Source, argument.ValueSource, argument.Value.Resolve(exercise.Names).Repr })
                                .Where(answer => !IsIn(answer, text));
                            foreach (var answer in answers)
                            {
                                IsIn(answer, verdict.Message.ShouldNotBeNull()).ShouldBeFalse($"{gap.Name}: {text}: {verdict.Message} tells {answer}");
                            }
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Judge_UnforeseenAnswers_NoneIsLeftWithoutASentence()
    {
        var verdicts = CnnExercises.All.SelectMany(exercise => exercise.Gaps, (exercise, gap) => (exercise, gap)).SelectMany(
            pair => Unforeseen.Select(text => ExerciseJudge.Judge(pair.exercise, pair.exercise.Solution((pair.gap.Name, text)), "en")
                .Gaps.Single(gap => gap.Name == pair.gap.Name)));
        verdicts.Where(gap => gap.Status != VerdictStatus.Correct).ShouldAllBe(gap => !string.IsNullOrWhiteSpace(gap.Message));
    }

    // As a whole word, so that a name is not found inside another one.
    private static bool IsIn(string answer, string text) => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(answer)}(?!\w)");
}
