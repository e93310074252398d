using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>What measuring came to.</summary>
/// <param name="LossSum">Sum over the lesson's batches of the mean loss of each.</param>
/// <param name="Confusion">Of every image.</param>
internal sealed record MeasuredTotals(double LossSum, ConfusionMatrix Confusion)
{
    public long Correct { get; } = Enumerable.Range(0, SignClasses.Count).Sum(letter => (long)Confusion.Counts[(letter * SignClasses.Count) + letter]);

    /// <summary>Reads the sums off the device.</summary>
    /// <param name="lossSum">float64, a scalar.</param>
    /// <param name="counts">int64, 576.</param>
    public static MeasuredTotals Read(Tensor lossSum, Tensor counts) =>
        new(lossSum.cpu().item<double>(), new([.. counts.cpu().data<long>().Select(count => (int)count)]));
}
