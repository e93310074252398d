using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Files;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class QuestionDefinitionsTests
{
    private const string Sample = """
        questions:
          - id: size
            kind: value
            cell: peek
            answer: [5, 784]
            prompt: { zh-CN: 问, en: ask }
            near:
              - answer: [5]
                message: { zh-CN: 近, en: near }
            explanation: { zh-CN: 因为, en: because }
          - id: which
            kind: choice
            answer: b
            prompt: { zh-CN: 哪个, en: which }
            options:
              - { id: a, zh-CN: 甲, en: A }
              - { id: b, zh-CN: 乙, en: B }
            explanation: { zh-CN: 因为, en: because }
        """;

    [Fact]
    public void Read_WholeFile_Questions()
    {
        var questions = QuestionDefinitions.Read("questions.yml", Sample);
        var value = questions[0].ShouldBeOfType<QuestionDefinition.Value>();
        value.Cell.ShouldBe("peek");
        value.Answer.ShouldBe([5, 784]);
        value.Near.Single().Message.English.ShouldBe("near");
        questions[1].ShouldBeOfType<QuestionDefinition.Choice>().Options.Select(option => option.Id).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("id: size", "id: which", 11, "question 'which' is there already")]
    [InlineData("kind: value", "kind: essay", 2, "kind 'essay' is unknown; there are 'value' and 'choice'")]
    [InlineData("answer: [5, 784]", "answer: [5, many]", 2, "'many' in 'answer' is no number")]
    [InlineData("answer: [5]", "answer: [5, 784]", 8, "question 'size': an answer that is nearly right is the right one")]
    [InlineData("answer: b", "answer: c", 11, "the answer 'c' is none of the options")]
    [InlineData("id: b,", "id: a,", 11, "option 'a' is there already")]
    [InlineData("zh-CN: 乙, ", "", 17, "'options' is missing in zh-CN")]
    [InlineData("zh-CN: 近, ", "", 9, "'message' is missing in zh-CN")]
    [InlineData("cell: peek", "cells: peek", 4, "unknown key 'cells'")]
    public void Read_Fault_NamedWithItsLine(string part, string replacement, int line, string reason)
    {
        Sample.ShouldContain(part);
        var index = Sample.IndexOf(part, StringComparison.Ordinal);
        var text = string.Concat(Sample.AsSpan(0, index), replacement, Sample.AsSpan(index + part.Length));
        var fault = Should.Throw<LessonContentException>(() => QuestionDefinitions.Read("questions.yml", text));
        fault.Faults.ShouldContain(new LessonFault("questions.yml", line, reason), fault.Message);
    }
}
