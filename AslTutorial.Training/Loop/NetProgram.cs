using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Runs a net's scripts on its tensors.</summary>
internal sealed class NetProgram(NetState net)
{
    private readonly bool _isCnn = net.Kind == ModelKind.Cnn;

    /// <summary>One training step: forward, backward, Adam, and the totals. Nothing is read back from the device.</summary>
    /// <param name="index">int64: the images of the batch.</param>
    /// <param name="masks">For the CNN: null trains it in eval mode, with its running statistics and without dropout.</param>
    /// <param name="batch">The batch's number in its epoch.</param>
    /// <returns>The gradients, in the order of the parameters.</returns>
    public Tensor[] Step(
        DeviceData data, Tensor index, AdamState adam, DropoutMasks? masks, RunningTotals totals, double learningRate, int batch)
    {
        if (!_isCnn)
        {
            return NetScripts.CallList(
                "dense_step", data.Images, data.Labels, index, net.Parameters, adam.Means, adam.Squares, adam.StepOfEach,
                totals.Tensors, learningRate, batch);
        }

        if (masks is null)
        {
            return NetScripts.CallList(
                "cnn_eval_step", data.Images, data.Labels, index, net.Parameters, net.Buffers, adam.Means, adam.Squares,
                adam.StepOfEach, totals.Tensors, learningRate, batch);
        }

        var (maps, features) = masks.Next((int)index.shape[0]);
        return NetScripts.CallList(
            "cnn_step", data.Images, data.Labels, data.Moments, index, net.Parameters, net.Buffers, adam.Means, adam.Squares,
            adam.StepOfEach, maps, features, totals.Tensors, learningRate, batch);
    }

    /// <summary>The weights as validation uses them: for the CNN with batch normalisation folded into the convolutions.</summary>
    public Tensor[] PrepareEvaluation() =>
        _isCnn ? NetScripts.CallList("cnn_prepare", net.Parameters, net.Buffers) : net.Parameters;

    /// <summary>Eval mode: no dropout, running statistics.</summary>
    /// <param name="images">uint8, N x 784.</param>
    /// <param name="prepared">From <see cref="PrepareEvaluation"/>.</param>
    /// <returns>N x 24 logits.</returns>
    public Tensor Logits(Tensor images, Tensor[] prepared) =>
        NetScripts.CallOne(_isCnn ? "cnn_logits" : "dense_logits", images, prepared);

    /// <summary>
    /// The CNN's training mode without a step: dropout and the batch's statistics, which the running ones take in.
    /// </summary>
    /// <param name="index">int64: the images of the batch.</param>
    /// <returns>N x 24 logits.</returns>
    public Tensor TrainingLogits(DeviceData data, Tensor index, DropoutMasks masks)
    {
        var (maps, features) = masks.Next((int)index.shape[0]);
        return NetScripts.CallOne("cnn_train_logits", data.Images, data.Moments, index, net.Parameters, net.Buffers, maps, features);
    }

    /// <summary>Adds a piece of a validation to the totals and to the 576 counts of the confusion matrix.</summary>
    /// <param name="weights">float64, N: what each image's loss counts in the sum.</param>
    public static void Tally(Tensor logits, Tensor labels, Tensor weights, RunningTotals totals, Tensor confusion) =>
        NetScripts.CallOne("tally", logits, labels, weights, totals.Tensors, confusion);
}
