using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>Runs a net's scripts on its tensors.</summary>
internal sealed class NetProgram
{
    private readonly NetState _net;
    private readonly bool _isCnn;
    private readonly bool _isCuda;
    private readonly bool _isPlain;

    // Biases of the convolutions before a batch normalisation; running means and counts of the normalisations.
    private readonly Tensor[] _biases;
    private readonly Tensor[] _means;
    private readonly Tensor[] _counts;

    /// <param name="net">The net.</param>
    /// <param name="plain">Train with <see cref="PlainCnnScript"/>; without it, on a GPU and a net that is not the lesson's.</param>
    public NetProgram(NetState net, bool? plain = null)
    {
        _net = net;
        _isCnn = net.Kind == ModelKind.Cnn;
        _isCuda = net.Packed.Whole.device.type == DeviceType.CUDA;
        _isPlain = plain ?? (_isCuda || net.Shape.KernelSize != NetShape.LessonKernel);
        _biases = _isCnn ? [net.Parameters[1], net.Parameters[5], net.Parameters[9]] : [];
        _means = _isCnn ? [net.Buffers[0], net.Buffers[3], net.Buffers[6]] : [];
        _counts = _isCnn ? [net.Buffers[2], net.Buffers[5], net.Buffers[8]] : [];
    }

    /// <summary>One training step: forward, backward, Adam, and the totals. Nothing is read back from the device.</summary>
    /// <param name="index">int64: the images of the batch.</param>
    /// <param name="tensors">Of this net.</param>
    /// <param name="masks">For the CNN: null trains it in eval mode, with its running statistics and without dropout.</param>
    /// <returns>The gradients, in the order of the parameters.</returns>
    public Tensor[] Step(DeviceData data, Tensor index, TrainingTensors tensors, DropoutMasks? masks)
    {
        var (images, adam, totals) = (_isCuda ? data.Scaled : data.Images, tensors.Adam, tensors.Totals.Tensors);
        if (!_isCnn)
        {
            return NetScripts.CallList(
                "dense_step", images, data.Labels, index, _net.Parameters, adam.ParameterPieces, adam.MeanPieces,
                adam.SquarePieces, adam.StepPieces, adam.LearningRate, totals);
        }

        if (masks is null)
        {
            return NetScripts.CallList(
                "cnn_eval_step", images, data.Labels, index, _net.Parameters, _net.Buffers, adam.ParameterPieces, adam.MeanPieces,
                adam.SquarePieces, adam.StepPieces, adam.LearningRate, totals);
        }

        var (maps, features) = masks.Next((int)index.shape[0]);
        return _isPlain
            ? NetScripts.CallList(
                "plain_cnn_step", images, data.Labels, index, _net.Parameters, _net.Buffers, _biases, _means, _counts,
                adam.ParameterPieces, adam.MeanPieces, adam.SquarePieces, adam.StepPieces, adam.LearningRate, maps, features, masks.MapScale, masks.FeatureScale, totals)
            : NetScripts.CallList(
                "cnn_step", images, data.Labels, data.Moments, index, _net.Parameters, _net.Buffers, adam.ParameterPieces,
                adam.MeanPieces, adam.SquarePieces, adam.StepPieces, adam.LearningRate, maps, features, totals);
    }

    /// <summary>The weights as validation uses them: for the CNN with batch normalisation folded into the convolutions.</summary>
    public Tensor[] PrepareEvaluation() =>
        _isCnn ? NetScripts.CallList("cnn_prepare", _net.Parameters, _net.Buffers) : _net.Parameters;

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
        return _isPlain
            ? NetScripts.CallOne("plain_cnn_train_logits", data.Images, index, _net.Parameters, _net.Buffers, _biases, _means, _counts, maps, features,
                masks.MapScale, masks.FeatureScale)
            : NetScripts.CallOne("cnn_train_logits", data.Images, data.Moments, index, _net.Parameters, _net.Buffers, maps, features);
    }

    /// <summary>Adds a piece of a validation to the sum of losses and to the 576 counts of the confusion matrix.</summary>
    /// <param name="weights">float64, N: what each image's loss counts in the sum.</param>
    public static void Tally(Tensor logits, Tensor labels, Tensor weights, Tensor lossSum, Tensor confusion) =>
        NetScripts.CallOne("tally", logits, labels, weights, lossSum, confusion);
}
