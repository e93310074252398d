using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Lesson 2: its cells, their limits, and how far answers are executed.</summary>
internal sealed class DenseLesson : ILessonPrograms
{
    private const string FirstBatch = "first-batch";
    private const string ThreeBatches = "three-batches";
    private const string Epochs = "train-epochs";
    private const string Rows = "train_rows";

    /// <summary>Images of a comparison's short training; enough for a curve, and a second of one thread.</summary>
    private const int CurveRows = 1536;

    public LessonDescription Description { get; } = new(
        "dense",
        ModelKind.Dense,
        [
            new("setup", []),
            new("load", []),
            new("head", []),
            new("labels", []),
            new("images", []),
            new("x-train-shape", []),
            new("y-train-shape", []),
            new("x-valid-shape", []),
            new("y-valid-shape", []),
            new("pictures", [CellParameter.Whole("num_images", 20, 1, HandGrid.MaxImages)]),
            new("min", []),
            new("max", []),
            new("normalize", [CellParameter.Gap("train", mayBeEmpty: true), CellParameter.Gap("valid", mayBeEmpty: true)]),
            new("dataset", []),
            new("loaders", [CellParameter.Whole("BATCH_SIZE", TrainingSettings.DefaultBatchSize, 1, 512)]),
            new("loader", []),
            new("batch", []),
            new("batch-x-shape", []),
            new("batch-y-shape", []),
            new("model",
            [
                CellParameter.Gap("inputs"), CellParameter.Gap("first_activation"), CellParameter.Gap("hidden"),
                CellParameter.Gap("second_activation"), CellParameter.Gap("outputs"), CellParameter.Gap("after", mayBeEmpty: true),
            ]),
            new("summary", []),
            new("train-function", []),
            new("validate-function", []),
            new("accuracy", [CellParameter.Gap("output"), CellParameter.Gap("labels"), CellParameter.Gap("count")]),
            new(ThreeBatches, [], IsListed: false),
            new(FirstBatch, [], IsListed: false),
            new(Epochs, [CellParameter.Whole("epochs", 1, 1, 5), CellParameter.Whole(Rows, 640, 32, 4096)], IsListed: false),
        ],
        [
            new(ThreeBatches, ThreeBatches, ["summary"], View: "training-curve"),
            new(FirstBatch, FirstBatch, ["summary"], View: "training-curve"),
            new("epoch", Epochs, ["train-function", "validate-function", "accuracy"], View: "log"),
        ],
        [
            new("training-curve", "epoch", Training(epochs: 2)),
            new("log", "epoch", Training(epochs: 1)),
        ],
        new TrainingCell("train", ["TrainingRun.cs", "EpochTrainer.cs"]));

    public IReadOnlyDictionary<string, Func<Cell>> Programs => field ??= new Func<Cell>[]
    {
        () => new SetupCell(),
        () => new LoadCell(),
        () => new HeadCell(),
        () => new LabelsCell(),
        () => new ImagesCell(),
        () => new XTrainShapeCell(),
        () => new YTrainShapeCell(),
        () => new XValidShapeCell(),
        () => new YValidShapeCell(),
        () => new PicturesCell(),
        () => new MinCell(),
        () => new MaxCell(),
        () => new NormalizeCell(),
        () => new DatasetCell(),
        () => new LoadersCell(),
        () => new LoaderCell(),
        () => new BatchCell(),
        () => new BatchXShapeCell(),
        () => new BatchYShapeCell(),
        () => new ModelCell(),
        () => new SummaryCell(),
        () => new TrainFunctionCell(),
        () => new ValidateFunctionCell(),
        () => new AccuracyCell(),
        () => new ThreeBatchesCell(),
        () => new FirstBatchCell(),
        () => new TrainEpochsCell(),
    }.ToDictionary(make => make().Id);

    private static IReadOnlyList<CellArgument> Training(int epochs) =>
        [new(Epochs, "epochs", CellValue.Of(epochs)), new(Epochs, Rows, CellValue.Of(CurveRows))];
}
