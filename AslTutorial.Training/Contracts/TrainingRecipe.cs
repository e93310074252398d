using System.Globalization;
using System.Text;

namespace AslTutorial.Training.Contracts;

/// <summary>
/// What a learner's answers to the exercises dataloader and train-validate mean for a training. The two functions are told
/// apart by what the lesson's text has in them: one runs under no_grad and divides by valid_N, the other steps the
/// optimizer and divides by train_N, whatever they walk and whatever they are called.
/// </summary>
/// <param name="Measuring">The first of the text: no gradients, divides by valid_N.</param>
/// <param name="Learning">The second: backward and step, divides by train_N.</param>
/// <param name="MeasuresFirst">
/// The epoch's loop calls train() and then validate(): with the names exchanged the measuring function comes first.
/// </param>
/// <param name="ShufflesTrain">train_loader draws a new order each time it is walked; else the order of the file.</param>
/// <param name="ShufflesValid">The same of valid_loader.</param>
public sealed record TrainingRecipe(
    RecipeFunction Measuring,
    RecipeFunction Learning,
    bool MeasuresFirst = false,
    bool ShufflesTrain = true,
    bool ShufflesValid = false)
{
    /// <summary>In UTF-16 units; a gap takes no longer text.</summary>
    public const int MaxWordLength = 200;

    /// <summary>The lesson's own functions, as they should be: what a run without a recipe trains with.</summary>
    public static TrainingRecipe Lesson { get; } = new(
        new(RecipeMode.Eval, RecipeLoader.Valid, "Valid"),
        new(RecipeMode.Train, RecipeLoader.Train, "Train"));

    /// <summary>Whether a word can stand in a line of the log: short, and nothing in it that cannot be seen.</summary>
    public static bool IsWord(string? word)
    {
        if (word is null || word.Length > MaxWordLength)
        {
            return false;
        }

        for (var at = 0; at < word.Length;)
        {
            if (!Rune.TryGetRuneAt(word, at, out var rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    /// <summary>Everything in which it is not <see cref="Lesson"/>; empty for a right one.</summary>
    public IReadOnlyList<RecipeDifference> Differences()
    {
        (RecipeDifference Difference, bool IsThere)[] all =
        [
            (RecipeDifference.LearningInEvalMode, Learning.Mode != Lesson.Learning.Mode),
            (RecipeDifference.LearningOnValid, Learning.Loader != Lesson.Learning.Loader),
            (RecipeDifference.MeasuringInTrainMode, Measuring.Mode != Lesson.Measuring.Mode),
            (RecipeDifference.MeasuringOnTrain, Measuring.Loader != Lesson.Measuring.Loader),
            (RecipeDifference.MeasuringFirst, MeasuresFirst),
            (RecipeDifference.TrainNotShuffled, !ShufflesTrain),
            (RecipeDifference.ValidShuffled, ShufflesValid),
            (RecipeDifference.OtherWords, Learning.Word != Lesson.Learning.Word || Measuring.Word != Lesson.Measuring.Word),
        ];
        return [.. all.Where(one => one.IsThere).Select(one => one.Difference)];
    }

    /// <summary>Whether a loader draws a new order each time.</summary>
    public bool Shuffles(RecipeLoader loader) => loader == RecipeLoader.Train ? ShufflesTrain : ShufflesValid;

    /// <summary>Why it cannot be trained with, one English sentence, or null.</summary>
    public string? Fault() => IsSound(Measuring) && IsSound(Learning)
        ? null
        : $"recipe names a mode, a loader and a printable word of at most {MaxWordLength} characters for both functions";

    // Files and messages may hold undefined enum values.
    private static bool IsSound(RecipeFunction? function) => function is not null
        && Enum.IsDefined(function.Mode)
        && Enum.IsDefined(function.Loader)
        && IsWord(function.Word);
}

/// <summary>One of the two functions of the exercise train-validate.</summary>
/// <param name="Mode">What it sets the model to.</param>
/// <param name="Loader">What it walks.</param>
/// <param name="Word">What it prints in front of its line.</param>
public sealed record RecipeFunction(RecipeMode Mode, RecipeLoader Loader, string Word);

/// <summary>What a function sets the model to: model.train() or model.eval().</summary>
public enum RecipeMode
{
    /// <summary>Dropout drops, batch normalisation uses the batch's statistics and adds them to its running ones.</summary>
    Train,

    /// <summary>No dropout; batch normalisation uses its running statistics and leaves them as they are.</summary>
    Eval,
}

/// <summary>Which images a function walks: train_loader's or valid_loader's.</summary>
public enum RecipeLoader
{
    Train,
    Valid,
}
