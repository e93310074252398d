using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>Makes both data sets and their loaders.</summary>
internal sealed class DataloaderCell : Cell
{
    private const string CellId = "dataloader";

    /// <summary>What the listing calls a data set: "train" or "valid".</summary>
    private readonly Dictionary<Dataset, string> _sets = [];

    public override string Id => CellId;

    public DataLoader TrainLoader { get; private set; } = null!;

    public DataLoader ValidLoader { get; private set; } = null!;

    public long TrainN { get; private set; }

    public long ValidN { get; private set; }

    protected override PythonNames Names => new(
        new Dictionary<string, long>(After<ReshapeCell>().Sizes) { ["BATCH_SIZE"] = BatchSizeOf(Session) },
        Unbound: [],
        Objects: ["frame", "train_data", "valid_data", "train_loader", "train_N", "device", "train_df", "valid_df", "first_x", "first_rows", "MyDataset"]);

    /// <summary>The batch size of a session, whether or not this cell is run in it.</summary>
    public static int BatchSizeOf(Session session) => (int)session.Value(CellId, "BATCH_SIZE").Integer;

    protected override void Execute()
    {
        CheckSyntax("train", GapArgument("train_shuffle"));
        CheckSyntax("valid", GapArgument("valid_shuffle"));
        var (trainDf, validDf) = (After<LoadCell>().TrainDf, After<LoadCell>().ValidDf);

        // <listing>
        var batchSize = Parameter("BATCH_SIZE");

        var trainData = MyDataset(trainDf);
        var trainLoader = DataLoader(trainData, batchSize, GapArgument("train_shuffle"));
        var trainN = trainLoader.Dataset.Count;

        var validData = MyDataset(validDf);
        var validLoader = DataLoader(validData, batchSize, GapArgument("valid_shuffle"));
        var validN = validLoader.Dataset.Count;
        // </listing>
        (TrainLoader, ValidLoader, TrainN, ValidN) = (trainLoader, validLoader, trainN, validN);
        State(CellFactNames.Sampler("train"), CellValue.String(trainLoader.Sampler));
        State(CellFactNames.Sampler("valid"), CellValue.String(validLoader.Sampler));
        State(CellFactNames.Classes, CellValue.Of(After<DatasetCell>().CountClasses(trainDf)));
    }

    private Dataset MyDataset(DataFrame frame)
    {
        try
        {
            var dataset = After<DatasetCell>().Make(frame);
            _sets[dataset] = frame.Name.Split('_')[0];
            return dataset;
        }
        catch (PythonException error)
        {
            throw error.At(Id, "<module>", $"{frame.Name.Replace("_df", "_data", StringComparison.Ordinal)} = MyDataset({frame.Name})");
        }
    }

    private DataLoader DataLoader(Dataset dataset, int batchSize, CallArgument? argument)
    {
        try
        {
            return new(dataset, batchSize, Session.Random, argument);
        }
        catch (PythonException error)
        {
            throw error.At(Id, "<module>", Statement(_sets[dataset], argument));
        }
    }

    private void CheckSyntax(string set, CallArgument? argument)
    {
        try
        {
            argument?.CheckSyntax();
        }
        catch (PythonException error)
        {
            throw error.At(Id, "<module>", Statement(set, argument));
        }
    }

    private static string Statement(string set, CallArgument? argument) =>
        $"{set}_loader = DataLoader({set}_data, batch_size=BATCH_SIZE, {argument?.Source})";
}
