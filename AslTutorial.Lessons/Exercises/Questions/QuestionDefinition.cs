namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>A question before the result is seen, with its answer: it stays on the server.</summary>
/// <param name="Id">Unique in the lesson.</param>
/// <param name="Cell">The cell whose run answers it, or null.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Explanation">Shown after an answer, whichever.</param>
public abstract record QuestionDefinition(string Id, string? Cell, LessonText Prompt, LessonText Explanation)
{
    /// <summary>A number or a shape is to be written.</summary>
    /// <param name="Answer">One number, or the sizes of a shape.</param>
    /// <param name="Near">Wrong answers with a sentence of their own.</param>
    public sealed record Value(
        string Id, string? Cell, LessonText Prompt, LessonText Explanation, IReadOnlyList<decimal> Answer, IReadOnlyList<NearMiss> Near)
        : QuestionDefinition(Id, Cell, Prompt, Explanation);

    /// <summary>One of several texts is to be chosen.</summary>
    /// <param name="Answer">The id of the right one.</param>
    /// <param name="Options">At least two.</param>
    public sealed record Choice(
        string Id, string? Cell, LessonText Prompt, LessonText Explanation, string Answer, IReadOnlyList<QuestionOption> Options)
        : QuestionDefinition(Id, Cell, Prompt, Explanation);
}

/// <summary>An answer to choose.</summary>
/// <param name="Id">Unique in its question.</param>
public sealed record QuestionOption(string Id, LessonText Text);

/// <summary>A wrong answer that the author has foreseen.</summary>
public sealed record NearMiss(IReadOnlyList<decimal> Answer, LessonText Message);
