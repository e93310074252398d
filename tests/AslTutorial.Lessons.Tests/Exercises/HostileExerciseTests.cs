using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Tests.Answers;
using FsCheck.Xunit;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>2,000 random and hostile texts for each gap and question: no exception, and never right unless by value.</summary>
public sealed class HostileExerciseTests
{
    private static readonly AnswerValue IsOne = new AnswerValue.Integer(1);
    private static readonly AnswerValue Is28 = new AnswerValue.Integer(28);

    // What is right, written down apart from the content files.
    private static readonly Dictionary<string, Func<AnswerReading, bool>> IsRight = new()
    {
        ["label"] = reading => reading.Value == new AnswerValue.String("label"),
        ["channels"] = reading => reading.Value == IsOne || Word(reading) == "IMG_CHS",
        ["width"] = reading => reading.Value == Is28 || Word(reading) is "IMG_WIDTH" or "IMG_HEIGHT",
        ["height"] = reading => reading.Value == Is28 || Word(reading) is "IMG_WIDTH" or "IMG_HEIGHT",
        ["train_shuffle"] = reading => reading.Keyword == "shuffle" && (reading.Value is AnswerValue.Boolean { Value: true } or AnswerValue.Real { Value: 1 } || reading.Value == IsOne),
        ["valid_shuffle"] = reading => reading.IsEmpty || (reading.Keyword == "shuffle"
            && reading.Value is AnswerValue.Boolean { Value: false } or AnswerValue.None or AnswerValue.Integer { Value: 0 } or AnswerValue.Real { Value: 0 }),
        ["first_name"] = reading => Word(reading) == "validate",
        ["first_mode"] = reading => Word(reading) == "eval",
        ["first_loader"] = reading => Word(reading) == "valid_loader",
        ["first_word"] = reading => Letters(reading) is "valid" or "validate",
        ["second_name"] = reading => Word(reading) == "train",
        ["second_mode"] = reading => Word(reading) == "train",
        ["second_loader"] = reading => Word(reading) == "train_loader",
        ["second_word"] = reading => Letters(reading) is "train",
    };

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Judge_AnyTextInDataset_RightOnlyByValue(string text) => Check(CnnExercises.Dataset, text);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Judge_AnyTextInDataloader_RightOnlyByValue(string text) => Check(CnnExercises.Dataloader, text);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Judge_AnyTextInTrainValidate_RightOnlyByValue(string text) => Check(CnnExercises.TrainValidate, text);

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Judge_AnyTextEverywhere_Answers(string text)
    {
        foreach (var exercise in CnnExercises.All)
        {
            var verdict = ExerciseJudge.Judge(exercise, exercise.Gaps.ToDictionary(gap => gap.Name, string? (_) => text), "zh-CN");
            verdict.Status.ShouldNotBe(VerdictStatus.Correct);
        }
    }

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileText)])]
    public void Judge_AnyTextAsAnswerToQuestions_RightOnlyByValue(string text)
    {
        foreach (var question in CnnExercises.Questions)
        {
            var verdict = QuestionJudge.Judge(question, text, "en");
            verdict.Message.Length.ShouldBeInRange(1, 500);
            if (verdict.Status == VerdictStatus.Correct)
            {
                question.ShouldBeOfType<QuestionDefinition.Value>();
                (verdict.ReadAs ?? text.Trim()).ShouldBe(question is QuestionDefinition.Value { Answer: [var one] }
                    ? one.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : $"({string.Join(", ", ((QuestionDefinition.Value)question).Answer)})");
            }

            (verdict.Explanation is not null).ShouldBe(verdict.Status is VerdictStatus.Correct or VerdictStatus.Wrong);
        }
    }

    // Of the hostile texts none is another word for them.
    private static string Letters(AnswerReading reading) =>
        reading.Value is AnswerValue.Wording wording ? string.Concat(wording.Words.Where(char.IsLetterOrDigit)).ToLowerInvariant() : "";

    private static string? Word(AnswerReading reading) => (reading.Value as AnswerValue.Name)?.Word;

    private static void Check(ExerciseDefinition exercise, string text)
    {
        foreach (var gap in exercise.Gaps)
        {
            var verdict = ExerciseJudge.Judge(exercise, exercise.Solution((gap.Name, text)), "en");
            var reading = AnswerReader.Read(text, gap.Kind, exercise.Names);
            (verdict.Status == VerdictStatus.Correct).ShouldBe(reading.Fault is null && IsRight[gap.Name](reading), $"{gap.Name}: {verdict.Message}");
            verdict.Message.Length.ShouldBeInRange(1, 1000);
            verdict.Gaps.Count.ShouldBe(exercise.Gaps.Count);
        }
    }
}
