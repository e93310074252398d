namespace AslTutorial.Training.Loop;

/// <summary>Where an epoch's sums stand.</summary>
/// <param name="LossSum">Sum over the batches of the mean loss of each.</param>
/// <param name="Correct">Images classified rightly.</param>
/// <param name="BadBatch">The first batch whose loss was NaN or infinite, counted from 0.</param>
internal sealed record TotalsReading(double LossSum, long Correct, int? BadBatch);
