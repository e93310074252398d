using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The pixels of both tables as arrays.</summary>
internal sealed class ImagesCell : DenseCell
{
    public override string Id => "images";

    public NdArray XTrain { get; private set; } = null!;

    public NdArray XValid { get; private set; } = null!;

    protected override void Execute()
    {
        var (trainDf, validDf) = (After<LabelsCell>().TrainDf, After<LabelsCell>().ValidDf);

        // <listing>
        var xTrain = trainDf.ToNumpy();
        var xValid = validDf.ToNumpy();
        Show(xTrain);
        // </listing>
        (XTrain, XValid) = (xTrain, xValid);
    }
}
