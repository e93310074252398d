using AslTutorial.Lessons.Exercises.Judging;

namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>Compares answers to questions: numbers and shapes by value, choices by id.</summary>
public static class QuestionJudge
{
    /// <param name="question">The question.</param>
    /// <param name="text">What was written, or the id that was chosen; of any length.</param>
    /// <param name="language">Of the messages: "zh-CN" or "en".</param>
    public static QuestionVerdict Judge(QuestionDefinition question, string? text, string language)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(VerdictStatus.Unattempted, ExerciseTexts.Get("Question.Unattempted", language), null, null);
        }

        return question switch
        {
            QuestionDefinition.Choice choice => Judge(choice, text, language),
            QuestionDefinition.Value value => Judge(value, text, language),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "a kind of question without a judge"),
        };
    }

    /// <summary>The right answer as a reader is told it: 250, (25, 14, 14), or the text of the right option.</summary>
    /// <param name="question">The question.</param>
    /// <param name="language">"zh-CN" or "en".</param>
    public static string Right(QuestionDefinition question, string language)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question switch
        {
            QuestionDefinition.Choice choice => choice.Options.First(option => option.Id == choice.Answer).Text.In(language),
            QuestionDefinition.Value value => NumberReader.Write(value.Answer),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "a kind of question without a judge"),
        };
    }

    private static QuestionVerdict Judge(QuestionDefinition.Choice question, string id, string language) =>
        question.Options.Any(option => option.Id == id)
            ? Decide(question, id == question.Answer, null, null, language)
            : new(VerdictStatus.Invalid, ExerciseTexts.Get("Question.NoOption", language), null, null);

    private static QuestionVerdict Judge(QuestionDefinition.Value question, string text, string language)
    {
        if (NumberReader.Read(text, question.Answer.Count) is not { } numbers)
        {
            return new(VerdictStatus.Invalid, ExerciseTexts.Get("Question.Unreadable", language), null, null);
        }

        var written = NumberReader.Write(numbers);
        var near = question.Near.FirstOrDefault(miss => miss.Answer.SequenceEqual(numbers));
        return Decide(
            question, question.Answer.SequenceEqual(numbers), near?.Message.In(language), written == text.Trim() ? null : written, language);
    }

    private static QuestionVerdict Decide(QuestionDefinition question, bool isRight, string? near, string? readAs, string language) => new(
        isRight ? VerdictStatus.Correct : VerdictStatus.Wrong,
        near ?? ExerciseTexts.Get(isRight ? "Question.Correct" : "Question.Wrong", language),
        readAs,
        question.Explanation.In(language));
}
