using AslTutorial.Training.Cells.Engine;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>Defines how a batch's accuracy is counted.</summary>
internal sealed class AccuracyCell : Cell
{
    public override string Id => "accuracy";

    // <listing>
    public static double GetBatchAccuracy(Tensor output, Tensor y, long n)
    {
        // zh-CN: 24 个输出里最大的那个，就是模型选的字母
        // en: The largest of the 24 outputs is the letter the model picks
        var pred = output.argmax(dim: 1, keepdim: true);
        var correct = pred.eq(y.view_as(pred)).sum().item<long>();
        return (double)correct / n;
    }
    // </listing>

    protected override void Execute()
    {
        // A definition prints nothing.
    }
}
