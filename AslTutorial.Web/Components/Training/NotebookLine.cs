using System.Globalization;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Training;

/// <summary>The line that the notebook prints for one set after an epoch: the same in both languages.</summary>
public static class NotebookLine
{
    /// <summary>An epoch's two lines, each with its mean loss, in printing order.</summary>
    /// <param name="recipe">The learner's own functions, or null.</param>
    public static IReadOnlyList<(string Line, double Mean)> Of(EpochResult epoch, TrainingRecipe? recipe)
    {
        var functions = recipe ?? TrainingRecipe.Lesson;
        var learned = (Of(functions.Learning.Word, epoch.TrainLossSum, epoch.TrainAccuracy), epoch.TrainLoss);
        var measured = (Of(functions.Measuring.Word, epoch.ValidLossSum, epoch.ValidAccuracy), epoch.ValidLoss);
        return functions.MeasuresFirst ? [measured, learned] : [learned, measured];
    }

    /// <param name="set">The word at the start of the line.</param>
    /// <param name="lossSum">Sum over the batches, as in the notebook.</param>
    /// <param name="accuracy">0 to 1.</param>
    public static string Of(string set, double lossSum, double accuracy) =>
        string.Create(CultureInfo.InvariantCulture, $"{set} - Loss: {lossSum:0.0000} Accuracy: {accuracy:0.0000}");
}
