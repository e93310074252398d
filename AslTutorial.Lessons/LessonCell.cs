using AslTutorial.Lessons.Listings;

namespace AslTutorial.Lessons;

/// <summary>A code cell. An exercise is a cell with gaps.</summary>
/// <param name="Id">Unique in the lesson; also its anchor on the page.</param>
/// <param name="Needs">The cells and exercises that have to be run or solved directly before it.</param>
/// <param name="Python">What it shows, with the comments in the lesson's language, and the places of gaps and parameters.</param>
/// <param name="Parameters">What may be changed in place, in the order of the code.</param>
/// <param name="Gaps">What is to be filled in, in the order of the code; empty but in an exercise.</param>
public sealed record LessonCell(
    string Id,
    IReadOnlyList<string> Needs,
    Listing Python,
    IReadOnlyList<LessonPlace> Parameters,
    IReadOnlyList<LessonPlace> Gaps)
{
    public bool IsExercise => Gaps.Count > 0;
}

/// <summary>A gap or a parameter of a cell.</summary>
/// <param name="Name">Unique in its cell.</param>
/// <param name="Label">What it is, in the lesson's language: read out by screen readers.</param>
public sealed record LessonPlace(string Name, string Label);
