using AslTutorial.Training.Cells.Kernel;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Lesson3;

/// <summary>Defines how a batch's accuracy is counted.</summary>
internal sealed class AccuracyCell : Cell
{
    public override string Id => "accuracy";

    // <listing>
    public static double GetBatchAccuracy(Tensor output, Tensor y, long n)
    {
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
