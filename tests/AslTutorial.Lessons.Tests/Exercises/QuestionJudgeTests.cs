using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class QuestionJudgeTests
{
    private static readonly IReadOnlyList<QuestionDefinition> Questions = Read();

    [Fact]
    public void Read_LessonThree_AtLeastSixQuestions()
    {
        Questions.Count.ShouldBeGreaterThanOrEqualTo(6);
        Questions.OfType<QuestionDefinition.Choice>().ShouldNotBeEmpty();
        Questions.OfType<QuestionDefinition.Value>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("reshape-shape", "(5, 1, 28, 28)", "5 1 28 28", "5×1×28×28", "[5,1,28,28]", "5x1x28x28", "5 x 1 x 28 x 28", "torch.Size([5, 1, 28, 28])", "（５，１，２８，２８）", "5、1、28、28", "(5, 1, 28, 28,)", "5 * 1 * 28 * 28", " ( 5,1 , 28,28 ) ")]
    [InlineData("params-conv2", "11300", "11,300", "11，300", "50 * (25 * 9 + 1)", "50 × 226", "(11300)", "[11300]", "11300.0", "１１３００")]
    [InlineData("dropout-scale", "1.25", "1.250", "(1.25)", "１．２５")]
    [InlineData("who-shuffles", "weights")]
    [InlineData("validation-curve", "jumps")]
    public void Judge_SameByValue_CorrectAndExplained(string id, params string[] answers)
    {
        foreach (var answer in answers)
        {
            var verdict = QuestionJudge.Judge(Find(id), answer, "en");
            verdict.Status.ShouldBe(VerdictStatus.Correct, answer);
            verdict.Explanation.ShouldBe(Find(id).Explanation.English);
        }
    }

    [Theory]
    [InlineData("reshape-shape", "(-1, 1, 28, 28)", "The -1 only asks for the number to be worked out; it does not stay in the result.")]
    [InlineData("reshape-shape", "784 1 28 28", "784 is the number of pixels of one image and has become 28 × 28. The first dimension counts images.")]
    [InlineData("batch-count", "857", "857 batches hold 27,424 images, and 31 are left. By default DataLoader does not throw them away.")]
    [InlineData("reshape-shape", "(5, 784)", "Not quite.")]
    [InlineData("reshape-shape", "3920", "Not quite.")]
    [InlineData("params-conv2", "50, 226", "Not quite.")]
    [InlineData("batch-count", "858.5", "Not quite.")]
    [InlineData("who-shuffles", "accuracy", "Not quite.")]
    public void Judge_AnotherValue_WrongWithItsSentence(string id, string answer, string message)
    {
        var verdict = QuestionJudge.Judge(Find(id), answer, "en");
        verdict.Status.ShouldBe(VerdictStatus.Wrong);
        verdict.Message.ShouldBe(message);
        verdict.Explanation.ShouldNotBeNull();
    }

    [Fact]
    public void Judge_EveryNearMiss_ItsOwnSentence()
    {
        foreach (var question in Questions.OfType<QuestionDefinition.Value>())
        {
            foreach (var near in question.Near)
            {
                var verdict = QuestionJudge.Judge(question, string.Join(" ", near.Answer), "zh-CN");
                verdict.Status.ShouldBe(VerdictStatus.Wrong);
                verdict.Message.ShouldBe(near.Message.Chinese);
            }
        }
    }

    [Theory]
    [InlineData("reshape-shape", null, VerdictStatus.Unattempted)]
    [InlineData("reshape-shape", "　 ", VerdictStatus.Unattempted)]
    [InlineData("who-shuffles", "", VerdictStatus.Unattempted)]
    [InlineData("reshape-shape", "five", VerdictStatus.Invalid)]
    [InlineData("reshape-shape", "(5, 1, 28, 28", VerdictStatus.Invalid)]
    [InlineData("reshape-shape", "(5, 1, 28, 28))", VerdictStatus.Invalid)]
    [InlineData("reshape-shape", "5 1 28 28 px", VerdictStatus.Invalid)]
    [InlineData("batch-count", "1e999", VerdictStatus.Invalid)]
    [InlineData("batch-count", "99999999999999999999999999999999", VerdictStatus.Invalid)]
    [InlineData("who-shuffles", "Weights", VerdictStatus.Invalid)]
    public void Judge_NoAnswer_NoExplanation(string id, string? answer, VerdictStatus status)
    {
        var verdict = QuestionJudge.Judge(Find(id), answer, "zh-CN");
        verdict.Status.ShouldBe(status);
        verdict.Explanation.ShouldBeNull();
        verdict.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Judge_OtherSpelling_SaysWhatItUnderstood()
    {
        QuestionJudge.Judge(Find("reshape-shape"), "5×1×28×28", "en").ReadAs.ShouldBe("(5, 1, 28, 28)");
        QuestionJudge.Judge(Find("reshape-shape"), "(5, 1, 28, 28)", "en").ReadAs.ShouldBeNull();
        QuestionJudge.Judge(Find("params-conv2"), "50 × 226", "en").ReadAs.ShouldBe("11300");
    }

    private static QuestionDefinition Find(string id) => Questions.Single(question => question.Id == id);

    private static IReadOnlyList<QuestionDefinition> Read()
    {
        var faults = new List<LessonContentException>();
        var questions = QuestionReader.Read("questions.yml", File.ReadAllText(Path.Combine(CnnExercises.Folder, "questions.yml")), faults);
        faults.ShouldBeEmpty();
        return questions;
    }
}
