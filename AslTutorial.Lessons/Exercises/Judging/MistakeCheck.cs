using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Exercises.Judging;

/// <summary>Whether a mistake that an author wrote down can be made at all.</summary>
internal static class MistakeCheck
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Find(ExerciseDefinition exercise, ExerciseMistake mistake)
    {
        foreach (var texts in Answers(exercise, mistake))
        {
            var verdict = ExerciseJudge.Judge(exercise, texts, LessonLanguages.English);
            var answers = string.Join(", ", mistake.When.Keys.Select(gap => $"{gap}: {texts[gap]}"));
            if (verdict.Status is VerdictStatus.Unattempted or VerdictStatus.Incomplete or VerdictStatus.Correct)
            {
                return $"mistake '{mistake.Id}' is never met: {answers} is {KebabCase.Of(verdict.Status)}";
            }

            if (verdict.Mistake != mistake)
            {
                var found = verdict.Mistake is { } other ? $"'{other.Id}'" : "none";
                return $"mistake '{mistake.Id}' is never met with {answers}: {found} is found there";
            }
        }

        return null;
    }

    /// <summary>Each of the mistake's answers once, the other gaps filled with the solution.</summary>
    private static IEnumerable<Dictionary<string, string?>> Answers(ExerciseDefinition exercise, ExerciseMistake mistake)
    {
        var most = mistake.When.Values.Max(patterns => patterns.Count);
        for (var i = 0; i < most; i++)
        {
            yield return exercise.Gaps.ToDictionary(
                gap => gap.Name,
                string? (gap) => mistake.When.TryGetValue(gap.Name, out var patterns)
                    ? patterns[Math.Min(i, patterns.Count - 1)].Written
                    : gap.Accept[0].Written);
        }
    }
}
