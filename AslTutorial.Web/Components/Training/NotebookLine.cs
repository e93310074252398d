using System.Globalization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Training;

/// <summary>The line a notebook prints for one set after an epoch: the same in every language of the site.</summary>
public static class NotebookLine
{
    /// <summary>The two lines of an epoch, each with its mean loss, in the order in which they are printed.</summary>
    /// <param name="recipe">The learner's own functions, or null.</param>
    public static IReadOnlyList<(string Line, double Mean)> Of(EpochResult epoch, TrainingRecipe? recipe)
    {
        var functions = recipe ?? TrainingRecipe.Lesson;
        var learned = (Of(functions.Learning.Word, epoch.TrainLossSum, epoch.TrainAccuracy), epoch.TrainLoss);
        var measured = (Of(functions.Measuring.Word, epoch.ValidLossSum, epoch.ValidAccuracy), epoch.ValidLoss);
        return functions.MeasuresFirst ? [measured, learned] : [learned, measured];
    }

    /// <param name="set">The word in front.</param>
    /// <param name="lossSum">Sum over the batches, as the notebook adds it up.</param>
    /// <param name="accuracy">0 to 1.</param>
    public static string Of(string set, double lossSum, double accuracy) =>
        string.Create(CultureInfo.InvariantCulture, $"{set} - Loss: {lossSum:0.0000} Accuracy: {accuracy:0.0000}");
}
