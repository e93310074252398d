using System.Text.RegularExpressions;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Execution;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Exercises;

/// <summary>
/// Executes every known mistake of the lessons in the real trainer: its message has to be found, and what its author says
/// comes of it has to come of it, down to the numbers. On the published data set where that is there, else on a tiny one.
/// </summary>
public sealed partial class KnownMistakeTests
{
    private const int PixelsPerImage = 784;

    /// <summary>Of the published training set, which the authors' texts are about.</summary>
    private const int PublishedRows = 27_455;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cnn", "dataset")]
    [InlineData("cnn", "dataloader")]
    [InlineData("cnn", "train-validate")]
    [InlineData("dense", "normalize")]
    [InlineData("dense", "model")]
    [InlineData("dense", "accuracy")]
    public async Task Check_EveryKnownMistake_ComesToWhatItsAuthorSays(string lesson, string id)
    {
        using var data = new TestFolder();
        await using var site = await ReadySite.StartAsync(data, ("Exercises:ChecksPerMinute", "10000"));
        var exercise = site.Definition(id, lesson);
        var rows = site.TrainRows();

        // A tiny set has too few images for what is said of a short training.
        var isPublished = rows == PublishedRows;
        var table = new MistakeTable(exercise);

        var right = await CheckAsync(exercise.Answers());
        right.Checked.Verdict.Status.ShouldBe(VerdictStatus.Correct);
        right.Executed!.Kind.ShouldBe(OutcomeKind.Ran, right.Executed.Text);
        if (isPublished)
        {
            MessageNumbers.ShouldBeOfTheRun(id, exercise.Evidence, right);
        }

        foreach (var mistake in exercise.Mistakes)
        {
            foreach (var answers in AnswersThatMake(exercise, mistake))
            {
                var work = await CheckAsync(answers);
                work.Checked.Verdict.Mistake.ShouldBe(mistake);
                work.Checked.Verdict.Message.ShouldBe(mistake.Message.English);
                mistake.Gaps.ShouldAllBe(gap => work.Checked.Verdict.Gaps.Single(g => g.Name == gap).Message == mistake.Message.English);
                CheckOutcome(mistake, work, rows);
                MessageNumbers.ShouldBeConstants(mistake, work);
                if (!isPublished)
                {
                    continue;
                }

                MessageNumbers.ShouldBeOfTheRun(mistake.Id, mistake.Evidence, work);
                MistakeClaims.ShouldHold(mistake.Id, work.Executed!);
                DenseMistakeClaims.ShouldHold(mistake.Id, work.Executed!);
            }

            if (mistake.Outcome.View is not null)
            {
                await CheckConsequenceAsync(site, lesson, exercise, mistake, isPublished);
            }

            table.Add(mistake);
        }

        table.ShouldBeInTheDocs();

        Task<CheckedWork> CheckAsync(Dictionary<string, string?> answers) => site.CheckAsync(id, answers, lesson: lesson);
    }

    private static void CheckOutcome(ExerciseMistake mistake, CheckedWork work, int rows)
    {
        var (expected, outcome) = (mistake.Outcome, work.Executed.ShouldNotBeNull());
        if (expected.Error is not { } error)
        {
            outcome.Kind.ShouldBe(OutcomeKind.Ran, $"{mistake.Id}: {outcome.Text} {outcome.Reason}");
            return;
        }

        outcome.Kind.ShouldBe(OutcomeKind.Raised, $"{mistake.Id}: {outcome.Text} {outcome.Reason}");
        if (expected.Classes is not null)
        {
            // Which label comes first is decided by the shuffle.
            Target().Replace(outcome.Text, "Target N").ShouldBe(Target().Replace(error, "Target N"), mistake.Id);
            return;
        }

        var answer = work.Checked.Verdict.Gaps.First(gap => mistake.When.ContainsKey(gap.Name)).Reading.Arguments is [var first, ..] ? first : null;
        var published = $"array of size {PublishedRows * PixelsPerImage}";
        outcome.Text.ShouldBe(
            error
                .Replace(published, $"array of size {rows * PixelsPerImage}", StringComparison.Ordinal)
                .Replace("{value}", answer?.ValueSource, StringComparison.Ordinal)
                .Replace("{keyword}", answer?.Keyword, StringComparison.Ordinal),
            mistake.Id);
    }

    private static async Task CheckConsequenceAsync(TestSite site, string lesson, ExerciseDefinition exercise, ExerciseMistake mistake, bool isPublished)
    {
        var answer = await site.Exercises().ShowConsequenceAsync("ada", lesson, exercise.Id, Cancel);
        var shown = answer.Consequence.ShouldNotBeNull($"{mistake.Id}: {answer.Reason}");
        shown.View.ShouldBe(mistake.Outcome.View);
        (await site.ExerciseAsync(exercise.Id, lesson: lesson)).Last!.Consequence.ShouldNotBeNull().View.ShouldBe(shown.View);
        switch (shown.View)
        {
            case "sampler":
                var set = mistake.When.ContainsKey("train_shuffle") ? "train" : "valid";
                Fact(shown.Own, CellFactNames.Sampler(set)).Text.ShouldBe(mistake.Outcome.Sampler, mistake.Id);
                break;
            case "validation-order":
                // A sum of shares in another order differs in its last bit.
                Accuracy(shown.Own).ShouldBe(Accuracy(shown.Right), 1e-9, mistake.Id);
                Fact(shown.Own, CellFactNames.Loss("train", 0)).ShouldBe(Fact(shown.Right, CellFactNames.Loss("train", 0)), mistake.Id);
                break;
            case var _ when isPublished:
                Printed(shown.Own).ShouldNotBe(Printed(shown.Right), mistake.Id);
                MistakeClaims.ShouldShow(mistake.Id, shown);
                DenseMistakeClaims.ShouldShow(mistake.Id, shown);
                break;
        }

        if (mistake.Outcome.Printed.Count > 0)
        {
            Words(Printed(shown.Own).Split('\n').Skip(1).Take(2)).ShouldBe(Words(mistake.Outcome.Printed), mistake.Id);
        }
    }

    private static CellValue Fact(CellResult result, string name) => result.Facts.Single(fact => fact.Name == name).Value;

    private static double Accuracy(CellResult result) => Fact(result, CellFactNames.Accuracy("validate", 0)).Real;

    private static string Printed(CellResult result) => string.Join('\n', result.Outputs.Select(o => o.Text).OfType<string>());

    /// <summary>"Train" and "Valid", without the digits, which another run has others of.</summary>
    private static IEnumerable<string> Words(IEnumerable<string> lines) => lines.Select(line => line.Split(" - ")[0]);

    /// <summary>Each of the mistake's answers once, the other gaps filled with the solution.</summary>
    private static IEnumerable<Dictionary<string, string?>> AnswersThatMake(ExerciseDefinition exercise, ExerciseMistake mistake) =>
        from i in Enumerable.Range(0, mistake.When.Values.Max(patterns => patterns.Count))
        select exercise.Answers([.. mistake.When.Select(item => (item.Key, (string?)item.Value[Math.Min(i, item.Value.Count - 1)].Written))]);

    [GeneratedRegex(@"Target \d+")]
    private static partial Regex Target();
}
