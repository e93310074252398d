using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Looks;

/// <summary>Finds images by a net's predictions.</summary>
internal static class PredictedImages
{
    /// <summary>The most images in a list.</summary>
    public const int Most = 200;

    /// <summary>The images in one cell of the confusion matrix, in file order.</summary>
    public static IEnumerable<int> OfCell(ImagePredictions all, int label, int predicted) =>
        Measured(all).Where(image => all.Labels[image] == label && Said(all, image) == predicted);

    /// <summary>Misclassified images, those with the highest probability first.</summary>
    public static IReadOnlyList<int> Wrong(ImagePredictions all) =>
        [.. Measured(all).Where(image => Said(all, image) != all.Labels[image]).OrderByDescending(image => Surety(all, image)).ThenBy(image => image).Take(Most)];

    /// <summary>Images with the lowest probability first, right or wrong.</summary>
    public static IReadOnlyList<int> Unsure(ImagePredictions all) =>
        [.. Measured(all).OrderBy(image => Surety(all, image)).ThenBy(image => image).Take(Most)];

    private static IEnumerable<int> Measured(ImagePredictions all) => Enumerable.Range(0, all.Count).Where(all.IsMeasured);

    private static byte Said(ImagePredictions all, int image) => all.Letters[image * ImagePredictions.Kept];

    private static float Surety(ImagePredictions all, int image) => all.Probabilities[image * ImagePredictions.Kept];
}
