using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Takes the labels out of both tables, which have only pixels from here on.</summary>
internal sealed class LabelsCell : DenseCell
{
    public override string Id => "labels";

    public DataFrame TrainDf { get; private set; } = null!;

    public DataFrame ValidDf { get; private set; } = null!;

    public Series YTrain { get; private set; } = null!;

    public Series YValid { get; private set; } = null!;

    protected override void Execute()
    {
        var (trainDf, validDf) = (After<LoadCell>().TrainDf, After<LoadCell>().ValidDf);

        // <listing>
        var yTrain = trainDf.Pop("label");
        var yValid = validDf.Pop("label");
        Show(yTrain);
        // </listing>
        (TrainDf, ValidDf, YTrain, YValid) = (trainDf, validDf, yTrain, yValid);
    }
}
