namespace AslTutorial.Training.Contracts;

/// <summary>What one epoch came to. Loss sums are the lesson's: the sum over the batches of each batch's mean loss.</summary>
/// <remarks>
/// With a recipe of its own, "train" is what the function that learns printed and "valid" what the measuring one did,
/// whatever they walked. Each divides by the count that stands in the lesson's text, train_N and valid_N: so an accuracy
/// may be above 1, as the notebook's would be.
/// </remarks>
/// <param name="Epoch">Counted from 0.</param>
/// <param name="TrainLossSum">Sum over the training batches of the mean cross-entropy of each.</param>
/// <param name="TrainLoss"><paramref name="TrainLossSum"/> divided by the number of batches.</param>
/// <param name="TrainAccuracy">Share of training images classified rightly, as seen while training (dropout on), 0 to 1.</param>
/// <param name="ValidLossSum">As <paramref name="TrainLossSum"/>, over the validation batches, in eval mode.</param>
/// <param name="ValidLoss"><paramref name="ValidLossSum"/> divided by the number of batches.</param>
/// <param name="ValidAccuracy">Share of validation images classified rightly, 0 to 1.</param>
/// <param name="Seconds">Wall time of the epoch, validation included.</param>
/// <param name="TrainSeconds">Wall time of its training part.</param>
/// <param name="Device">The device's name for people, such as "NVIDIA A10" or "CPU, 1 thread".</param>
public sealed record EpochResult(
    int Epoch,
    double TrainLossSum,
    double TrainLoss,
    double TrainAccuracy,
    double ValidLossSum,
    double ValidLoss,
    double ValidAccuracy,
    double Seconds,
    double TrainSeconds,
    string Device);
