namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>A question before the result is seen, with its answer: it stays on the server.</summary>
/// <param name="Id">Unique in the lesson.</param>
/// <param name="Cell">The cell whose run answers it, or null.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Explanation">Shown after an answer, whichever.</param>
public abstract record QuestionDefinition(string Id, string? Cell, LocalText Prompt, LocalText Explanation)
{
    /// <summary>A number or a shape is to be written.</summary>
    /// <param name="Answer">One number, or the sizes of a shape.</param>
    /// <param name="Near">Wrong answers with a sentence of their own.</param>
    public sealed record Value(
        string Id, string? Cell, LocalText Prompt, LocalText Explanation, IReadOnlyList<decimal> Answer, IReadOnlyList<NearMiss> Near)
        : QuestionDefinition(Id, Cell, Prompt, Explanation);

    /// <summary>One of several texts is to be chosen.</summary>
    /// <param name="Answer">The id of the right one.</param>
    /// <param name="Options">At least two.</param>
    public sealed record Choice(
        string Id, string? Cell, LocalText Prompt, LocalText Explanation, string Answer, IReadOnlyList<QuestionOption> Options)
        : QuestionDefinition(Id, Cell, Prompt, Explanation);
}
