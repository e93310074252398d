using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Makes both data sets and their loaders.</summary>
internal sealed class LoadersCell : Cell
{
    public override string Id => "loaders";

    public DataLoader TrainLoader { get; private set; } = null!;

    public DataLoader ValidLoader { get; private set; } = null!;

    public int BatchSize { get; private set; }

    public long TrainN { get; private set; }

    public long ValidN { get; private set; }

    protected override void Execute()
    {
        var (xTrain, xValid) = (After<NormalizeCell>().XTrain, After<NormalizeCell>().XValid);
        var (yTrain, yValid) = (After<LabelsCell>().YTrain, After<LabelsCell>().YValid);

        // <listing>
        var batchSize = Parameter("BATCH_SIZE");

        var trainData = MyDataset(xTrain, yTrain);
        var trainLoader = DataLoader(trainData, batchSize, shuffle: true);
        var trainN = trainLoader.Dataset.Count;

        var validData = MyDataset(xValid, yValid);
        var validLoader = DataLoader(validData, batchSize);
        var validN = validLoader.Dataset.Count;
        // </listing>
        (BatchSize, TrainLoader, ValidLoader, TrainN, ValidN) = (batchSize, trainLoader, validLoader, trainN, validN);
    }

    private Dataset MyDataset(NdArray images, Series labels) => After<DatasetCell>().Make(images, labels);

    private DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false) =>
        new(dataset, batchSize, Session.Random, shuffle ? new("shuffle", new(CellValue.Of(true), PythonNames.None)) : null);
}
