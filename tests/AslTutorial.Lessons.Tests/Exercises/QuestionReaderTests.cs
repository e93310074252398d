using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Lessons.Tests.Exercises;

public sealed class QuestionReaderTests
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
        var faults = new List<LessonContentException>();
        var questions = QuestionReader.Read("questions.yml", Sample, faults);
        faults.ShouldBeEmpty();
        var value = questions[0].ShouldBeOfType<QuestionDefinition.Value>();
        value.Cell.ShouldBe("peek");
        value.Answer.ShouldBe([5, 784]);
        value.Near.Single().Message.English.ShouldBe("near");
        questions[1].ShouldBeOfType<QuestionDefinition.Choice>().Options.Select(option => option.Id).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("id: size", "id: which", 11, "question which is there twice")]
    [InlineData("kind: value", "kind: essay", 3, "kind: essay is not known; it is value or choice")]
    [InlineData("answer: [5, 784]", "answer: [5, many]", 5, "answer: many is not a number")]
    [InlineData("answer: [5]", "answer: [5, 784]", 8, "question size: a near miss is the answer itself")]
    [InlineData("answer: b", "answer: c", 13, "question which: answer has to be the id of an option")]
    [InlineData("id: b,", "id: a,", 17, "question which: option a is there twice")]
    [InlineData("zh-CN: 乙, ", "", 17, "zh-CN is missing")]
    [InlineData("cell: peek", "cells: peek", 4, "cells is not known here")]
    [InlineData("questions:", "question:", 1, "question is not known here")]
    public void Read_Fault_NamedWithItsLine(string part, string replacement, int line, string reason)
    {
        Sample.ShouldContain(part);
        var faults = new List<LessonContentException>();
        var index = Sample.IndexOf(part, StringComparison.Ordinal);
        QuestionReader.Read("questions.yml", string.Concat(Sample.AsSpan(0, index), replacement, Sample.AsSpan(index + part.Length)), faults);
        faults.Select(fault => fault.Message).ShouldContain($"questions.yml:{line}: {reason}", string.Join("\n", faults.Select(fault => fault.Message)));
    }
}
