using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>Takes the two tables and makes their labels 0-23.</summary>
internal sealed class LoadCell : Cell
{
    public override string Id => "load";

    public DataFrame TrainDf { get; private set; } = null!;

    public DataFrame ValidDf { get; private set; } = null!;

    protected override void Execute()
    {
        // <listing>
        var trainDf = ReadCsv("data/asl/sign_mnist_train.csv");
        var validDf = ReadCsv("data/asl/sign_mnist_valid.csv");

        // zh-CN: 有的文件里标签是 0-24、空出 9（J），有的是连续的 0-23；统一成后者
        // en: Some copies label 0-24 and leave out 9 (J), others count 0-23: make it the latter
        foreach (var frame in new[] { trainDf, validDf })
        {
            if (frame["label"].Max() == 24)
            {
                frame["label"] = frame["label"].Select(label => label > 9 ? label - 1 : label);
            }
        }
        // </listing>
        (TrainDf, ValidDf) = (trainDf, validDf);
        Show(() => new CellTable(
            ["", "shape", "label.min()", "label.max()", "label.nunique()"],
            [Describe(trainDf), Describe(validDf)]));
    }

    /// <summary>The tables are read once, when the trainer starts; every cell shares what they hold.</summary>
    private DataFrame ReadCsv(string path) => Path.GetFileNameWithoutExtension(path) switch
    {
        "sign_mnist_train" => new("train_df", Session.Data.Train),
        "sign_mnist_valid" => new("valid_df", Session.Data.Valid),
        _ => throw new ArgumentException($"there is no table {path}", nameof(path)),
    };

    private static string[] Describe(DataFrame frame)
    {
        var label = frame["label"];
        return [frame.Name, frame.Shape.ToString(), Number(label.Min()), Number(label.Max()), Number(label.CountUnique())];
    }

    private static string Number(int value) => PythonText.Repr((long)value);
}
