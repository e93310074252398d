using AslTutorial.Lessons.Answers;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>
/// Reads what Python would do with the answers, right or wrong, by their values. Null if it would raise an error or do something else
/// than train.
/// </summary>
internal static class RecipeReader
{
    /// <summary>Whether each of the two loaders shuffles.</summary>
    /// <param name="loaders">Verdict of the exercise dataloader.</param>
    /// <param name="names">The names known in that exercise.</param>
    public static (bool Train, bool Valid)? ReadShuffles(Verdict loaders, AnswerNames names) =>
        Shuffles(Reading(loaders, "train_shuffle"), names) is { } train && Shuffles(Reading(loaders, "valid_shuffle"), names) is { } valid
            ? (train, valid)
            : null;

    /// <summary>The two functions; the loaders are the lesson's.</summary>
    /// <param name="functions">Verdict of the exercise train-validate.</param>
    public static TrainingRecipe? ReadFunctions(Verdict functions)
    {
        // The next cell calls train() and then validate(); if either is missing, that is a NameError.
        bool? measuresFirst = (Word(functions, "first_name"), Word(functions, "second_name")) switch
        {
            ("validate", "train") => false,
            ("train", "validate") => true,
            _ => null,
        };
        return measuresFirst is { } isFirst
            && Function(functions, "first", TrainingRecipe.Lesson.Measuring) is { } measuring
            && Function(functions, "second", TrainingRecipe.Lesson.Learning) is { } learning
            ? new(measuring, learning, isFirst)
            : null;
    }

    private static RecipeFunction? Function(Verdict functions, string which, RecipeFunction lesson)
    {
        RecipeMode? mode = Word(functions, $"{which}_mode") switch
        {
            "train" => RecipeMode.Train,
            "eval" => RecipeMode.Eval,
            _ => null,
        };
        RecipeLoader? loader = Word(functions, $"{which}_loader") switch
        {
            "train_loader" => RecipeLoader.Train,
            "valid_loader" => RecipeLoader.Valid,
            _ => null,
        };

        // A correct synonym is replaced by the lesson's word, so that the run does not count as different.
        var word = functions.Gaps.First(gap => gap.Name == $"{which}_word");
        var printed = word.Status == VerdictStatus.Correct ? lesson.Word : Printed(word.Reading);
        return mode is { } inMode && loader is { } walked && TrainingRecipe.IsWord(printed) ? new(inMode, walked, printed!) : null;
    }

    /// <summary>Uses Python's truth value of whatever was typed: 'False' is a non-empty string and so true.</summary>
    private static bool? Shuffles(AnswerReading reading, AnswerNames names) => reading switch
    {
        { IsEmpty: true } => false,
        { Arguments: [{ Keyword: "shuffle", Value: var value }] } => value.Resolve(names) switch
        {
            AnswerValue.Boolean boolean => boolean.Value,
            AnswerValue.Integer integer => integer.Value != 0,
            AnswerValue.Real real => real.Value != 0,
            AnswerValue.String text => text.Text.Length > 0,
            AnswerValue.None => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The gap is inside a string literal of the code, so whatever is typed there is printed.</summary>
    private static string? Printed(AnswerReading reading) => (reading.Value as AnswerValue.Wording)?.Words;

    private static string? Word(Verdict verdict, string gap) => Reading(verdict, gap).Value is AnswerValue.Name name ? name.Word : null;

    private static AnswerReading Reading(Verdict verdict, string gap) => verdict.Gaps.First(one => one.Name == gap).Reading;
}
