using AslTutorial.Lessons.Answers;

namespace AslTutorial.Lessons.Exercises;

/// <summary>The sentences about exercises: ExerciseTexts.resx (English) and ExerciseTexts.zh-CN.resx.</summary>
internal static class ExerciseTexts
{
    private static readonly Sentences Catalogue = new(typeof(ExerciseTexts));

    public static string Get(string key, string language, params IReadOnlyList<string> arguments) => Catalogue.Get(key, language, arguments);
}
