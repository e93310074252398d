using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The first batch of the training set.</summary>
internal sealed class BatchCell : FetchedBatchCell
{
    public override string Id => "batch";

    protected override void Execute()
    {
        var trainLoader = After<LoadersCell>().TrainLoader;

        // <listing>
        var batch = trainLoader.First();
        Show(batch);
        // </listing>
        Batch = batch;
        Show(() =>
        {
            // Scales any pixel range back to bytes: the smallest value is black, the greatest white.
            using var scope = NewDisposeScope();
            var (least, greatest) = (batch[0].min(), batch[0].max());
            var range = (greatest - least).clamp_min(float.Epsilon);
            var pixels = ((batch[0] - least) / range * byte.MaxValue).round().to(ScalarType.Byte).cpu().contiguous();
            return HandGrid.Draw(pixels.bytes, batch[1].cpu().data<long>().ToArray());
        });
    }
}
