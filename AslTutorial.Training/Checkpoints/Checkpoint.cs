using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Training.Checkpoints;

/// <summary>
/// All that a run needs to go on after an epoch as if it had never stopped. There is no state of a generator in it: every
/// epoch's order and dropout masks are drawn anew from the seed and the epoch's number.
/// </summary>
/// <param name="Settings">Of the run.</param>
/// <param name="DataDigest">Of the data it was trained on.</param>
/// <param name="History">Every epoch so far.</param>
/// <param name="Confusions">As many confusion matrices.</param>
/// <param name="Tensors">The net's and Adam's, by the names that TrainingTensors gives them.</param>
internal sealed record Checkpoint(
    TrainingSettings Settings,
    string DataDigest,
    IReadOnlyList<EpochResult> History,
    IReadOnlyList<ConfusionMatrix> Confusions,
    IReadOnlyDictionary<string, TensorData> Tensors);
