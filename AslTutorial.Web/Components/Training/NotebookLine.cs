using System.Globalization;

namespace AslTutorial.Web.Components.Training;

/// <summary>The line a notebook prints for one set after an epoch: the same in every language of the site.</summary>
public static class NotebookLine
{
    public const string Train = "Train";
    public const string Valid = "Valid";

    /// <param name="set">The word in front.</param>
    /// <param name="lossSum">Sum over the batches, as the notebook adds it up.</param>
    /// <param name="accuracy">0 to 1.</param>
    public static string Of(string set, double lossSum, double accuracy) =>
        string.Create(CultureInfo.InvariantCulture, $"{set} - Loss: {lossSum:0.0000} Accuracy: {accuracy:0.0000}");
}
