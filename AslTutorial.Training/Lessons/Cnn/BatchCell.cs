using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Data;
using AslTutorial.Training.Lessons.Shared;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The first batch of the training set.</summary>
internal sealed class BatchCell : FetchedBatchCell
{
    public override string Id => "batch";

    protected override void Execute()
    {
        var trainLoader = After<DataloaderCell>().TrainLoader;

        // <listing>
        var batch = trainLoader.First();
        Show(batch);
        // </listing>
        Batch = batch;
        Draw(batch[0], batch[1]);
    }

    /// <summary>Only where every item has the pixels of one image; other shapes have no picture.</summary>
    private void Draw(Tensor x, Tensor y)
    {
        if (x.numel() != y.numel() * ImageSet.PixelsPerImage)
        {
            return;
        }

        Show(() =>
        {
            using var pixels = (x * byte.MaxValue).round().to(ScalarType.Byte).cpu().contiguous();
            using var labels = y.cpu();
            return HandGrid.Draw(pixels.bytes, labels.data<long>().ToArray());
        });
    }
}
