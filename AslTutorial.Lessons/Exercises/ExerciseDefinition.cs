using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises;

/// <summary>An exercise as its file describes it, answers included: it stays on the server.</summary>
/// <param name="Id">Its file's name and the id of its cell.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Names">The names that are known in its code; a caller may replace values with current ones.</param>
/// <param name="Stage">How far an answer without a mistake of its own is executed.</param>
/// <param name="Gaps">In the order of the code.</param>
/// <param name="Exchanges">Groups of gaps whose answers may be exchanged with one another.</param>
/// <param name="Mistakes">Wrong answers with a message of their own.</param>
/// <param name="Hints">From a question to nearly the answer.</param>
/// <param name="Solution">A remark on the solution, shown with it.</param>
/// <param name="Evidence">What the execution of a right answer shows, with {facts} of it; null for nothing to say.</param>
public sealed record ExerciseDefinition(
    string Id,
    LessonText Title,
    AnswerNames Names,
    string Stage,
    IReadOnlyList<ExerciseGap> Gaps,
    IReadOnlyList<IReadOnlyList<string>> Exchanges,
    IReadOnlyList<ExerciseMistake> Mistakes,
    IReadOnlyList<LessonText> Hints,
    LessonText Solution,
    LessonText? Evidence = null)
{
    public ExerciseGap? Find(string gap) => Gaps.FirstOrDefault(candidate => candidate.Name == gap);
}
