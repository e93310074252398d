using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Questions;

namespace AslTutorial.Lessons.Tests.Exercises;

/// <summary>The exercises of lesson 3 as they stand in content/.</summary>
internal static class CnnExercises
{
    public static string Folder { get; } = Path.Combine(Repository.Lessons, "cnn");

    public static ExerciseDefinition Dataset { get; } = Read("dataset");

    public static ExerciseDefinition Dataloader { get; } = Read("dataloader");

    public static ExerciseDefinition TrainValidate { get; } = Read("train-validate");

    public static IReadOnlyList<QuestionDefinition> Questions { get; } =
        QuestionDefinitions.Read("questions.yml", File.ReadAllText(Path.Combine(Folder, "questions.yml")));

    public static IReadOnlyList<ExerciseDefinition> All => [Dataset, Dataloader, TrainValidate];

    public static ExerciseDefinition Find(string id) => All.Single(exercise => exercise.Id == id);

    /// <summary>The solution's texts, some of them replaced.</summary>
    public static Dictionary<string, string?> Solution(this ExerciseDefinition exercise, params (string Gap, string? Text)[] others)
    {
        var texts = exercise.Gaps.ToDictionary(gap => gap.Name, string? (gap) => gap.Accept[0].Written);
        foreach (var (gap, text) in others)
        {
            texts.ShouldContainKey(gap);
            texts[gap] = text;
        }

        return texts;
    }

    private static ExerciseDefinition Read(string id)
    {
        var file = $"exercises/{id}.yml";
        return ExerciseReader.Read(file, File.ReadAllText(Path.Combine(Folder, file)));
    }
}
