using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>What measuring came to.</summary>
/// <param name="LossSum">Sum over the lesson's batches of the mean loss of each.</param>
/// <param name="Confusion">Of every image.</param>
/// <param name="Predictions">Of every image of the set.</param>
internal sealed record MeasuredTotals(double LossSum, ConfusionMatrix Confusion, MeasuredPredictions Predictions)
{
    public long Correct { get; } = Enumerable.Range(0, SignClasses.Count).Sum(letter => (long)Confusion.Counts[(letter * SignClasses.Count) + letter]);

    /// <summary>Reads the sums off the device.</summary>
    /// <param name="lossSums">float64: added up in their order.</param>
    /// <param name="counts">int64, 576.</param>
    /// <param name="predictions">All of them taken.</param>
    public static MeasuredTotals Read(Tensor lossSums, Tensor counts, PredictionTally predictions) =>
        new(lossSums.reshape(-1).cpu().data<double>().ToArray().Sum(), new([.. counts.cpu().data<long>().Select(count => (int)count)]), predictions.Read());
}
