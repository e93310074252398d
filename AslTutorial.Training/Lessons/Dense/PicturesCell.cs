using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The first images of the training set with their labels.</summary>
internal sealed class PicturesCell : DenseCell
{
    public override string Id => "pictures";

    protected override void Execute()
    {
        var (xTrain, yTrain) = (After<ImagesCell>().XTrain, After<LabelsCell>().YTrain);

        // <listing>
        var count = Parameter("num_images");
        Draw(xTrain, yTrain, count);
        Show(yTrain.Head(count));
        // </listing>
    }

    private void Draw(NdArray images, Series labels, int count) => Show(() =>
    {
        long[] shown = [.. labels.Head(count)];
        return HandGrid.Draw(images.Bytes.Span[..(shown.Length * ImageSet.PixelsPerImage)], shown);
    });
}
