using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>Which exercises and questions differ between two readings, by the ids of their places in the page.</summary>
internal static class ExerciseNews
{
    public static QuestionState Unasked { get; } = new(null, null);

    public static IEnumerable<string> Between(ExerciseBook before, ExerciseBook now) =>
        before.Exercises.Keys.Union(now.Exercises.Keys)
            .Where(id => !Same(
                before.Exercises.GetValueOrDefault(id) ?? ExerciseState.Untouched, now.Exercises.GetValueOrDefault(id) ?? ExerciseState.Untouched))
            .Concat(before.Questions.Keys.Union(now.Questions.Keys)
                .Where(id => !Same(before.Questions.GetValueOrDefault(id) ?? Unasked, now.Questions.GetValueOrDefault(id) ?? Unasked))
                .Select(LessonPlaces.OfQuestion));

    // Outputs only come with an execution, and every execution has a time of its own.
    public static bool Same(CheckedWork? a, CheckedWork? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => a.View == b.View
            && a.Consequence?.Own.Milliseconds == b.Consequence?.Own.Milliseconds
            && a.Executed?.Reason == b.Executed?.Reason
            && a.Executed?.Result?.Milliseconds == b.Executed?.Result?.Milliseconds
            && a.Checked.Explanation == b.Checked.Explanation
            && a.Checked.Evidence == b.Checked.Evidence
            && a.Checked.Verdict.Message == b.Checked.Verdict.Message
            && a.Texts.Count == b.Texts.Count
            && a.Texts.All(text => b.Texts.GetValueOrDefault(text.Key) == text.Value)
            && a.Checked.Verdict.Gaps.Select(gap => (gap.Status, gap.Message)).SequenceEqual(b.Checked.Verdict.Gaps.Select(gap => (gap.Status, gap.Message))),
    };

    private static bool Same(ExerciseState a, ExerciseState b) =>
        a.Attempts == b.Attempts && a.HintTotal == b.HintTotal && a.CanShowHint == b.CanShowHint && a.IsSolved == b.IsSolved && a.IsRevealed == b.IsRevealed
        && a.Hints.SequenceEqual(b.Hints)
        && Same(a.Last, b.Last);

    private static bool Same(QuestionState a, QuestionState b) => a == b;
}
