namespace AslTutorial.Training.Contracts;

/// <summary>Counts of validation images (with a recipe: of those that its measuring function walks) after an epoch: row = true class, column = predicted class.</summary>
/// <param name="Counts">24 x 24 counts, row-major, in the order of <see cref="SignClasses.Letters"/>.</param>
public sealed record ConfusionMatrix(int[] Counts);
