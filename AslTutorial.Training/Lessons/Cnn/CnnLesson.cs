using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>Lesson 3: its cells, their limits, and how far answers are executed.</summary>
internal sealed class CnnLesson : ILessonPrograms
{
    private const string Epochs = "train-epochs";

    /// <summary>
    /// Images of a comparison's short training. An epoch of as many as train_rows takes a second, and what it prints shows what
    /// the texts about it say; a curve needs some more.
    /// </summary>
    private const int CurveRows = 1536;

    public LessonDescription Description { get; } = new(
        "cnn",
        ModelKind.Cnn,
        [
            new("setup", []),
            new("load", []),
            new("peek", [CellParameter.Whole("rows", 5, 1, 20)]),
            new("peek-shape", []),
            new("reshape", []),
            new("dataset", [Gap("label"), Gap("channels"), Gap("width"), Gap("height")]),
            new("dataloader",
            [
                CellParameter.Whole("BATCH_SIZE", TrainingSettings.DefaultBatchSize, 1, 512),
                Gap("train_shuffle", mayBeEmpty: true),
                Gap("valid_shuffle", mayBeEmpty: true),
            ]),
            new("batch", []),
            new("batch-x-shape", []),
            new("batch-y-shape", []),
            new("model",
            [
                new("kernel_size", CellValue.Of(CnnOptions.Lesson.KernelSize), Allowed: [.. NetShape.KernelSizes.Select(size => (long)size)]),
                CellParameter.Whole("flattened_size", new NetShape(ModelKind.Cnn).FlattenedSize, 1, 100_000),
                CellParameter.Real("dropout_block2", CnnOptions.Lesson.Dropout, TrainingLimits.MinDropout, TrainingLimits.MaxDropout),
                CellParameter.Real("dropout_head", CnnOptions.Lesson.HeadDropout, TrainingLimits.MinDropout, TrainingLimits.MaxDropout),
            ]),
            new("summary", []),
            new("accuracy", []),
            new("train-validate",
            [
                Gap("first_name"), Gap("first_mode"), Gap("first_loader"), Gap("first_word"),
                Gap("second_name"), Gap("second_mode"), Gap("second_loader"), Gap("second_word"),
            ]),
            new("first-batch", [], IsListed: false),
            new(OneFunctionCell.First, [TrainRows], IsListed: false),
            new(OneFunctionCell.Second, [TrainRows], IsListed: false),
            new(Epochs, [CellParameter.Whole("epochs", 1, 1, 5), TrainRows], IsListed: false),
        ],
        [
            new("construct", "dataloader"),
            new("loader", "dataloader"),
            new("first-batch", "first-batch", ["dataloader", "summary", "accuracy"]),
            new("validate", OneFunctionCell.First, ["train-validate"]),
            new("train", OneFunctionCell.Second, ["train-validate"]),
            new("epoch", Epochs, ["train-validate"], View: "training-curve"),
        ],
        [
            new("training-curve", "epoch", Training(epochs: 2)),
            new("log", "epoch", Training(epochs: 1)),
            new("validation-order", "epoch", Training(epochs: 1), OnlyGap: "valid_shuffle"),
            new("sampler", "loader", []),
        ],
        new TrainingCell("train", ["TrainingRun.cs", "EpochTrainer.cs"]));

    // Made on demand in the trainer: the site only reads the description and has no torch.
    public IReadOnlyDictionary<string, Func<Cell>> Programs => field ??= new Func<Cell>[]
    {
        () => new SetupCell(),
        () => new LoadCell(),
        () => new PeekCell(),
        () => new PeekShapeCell(),
        () => new ReshapeCell(),
        () => new DatasetCell(),
        () => new DataloaderCell(),
        () => new BatchCell(),
        () => new BatchXShapeCell(),
        () => new BatchYShapeCell(),
        () => new ModelCell(),
        () => new SummaryCell(),
        () => new AccuracyCell(),
        () => new TrainValidateCell(),
        () => new FirstBatchCell(),
        () => new OneFunctionCell(OneFunctionCell.First),
        () => new OneFunctionCell(OneFunctionCell.Second),
        () => new TrainEpochsCell(),
    }.ToDictionary(make => make().Id);

    /// <summary>What a short training trains on; the validation set is shortened in the same proportion.</summary>
    private static CellParameter TrainRows => CellParameter.Whole("train_rows", 640, 32, 4096);

    private static CellParameter Gap(string name, bool mayBeEmpty = false) => CellParameter.Gap(name, mayBeEmpty);

    private static IReadOnlyList<CellArgument> Training(int epochs) =>
        [new(Epochs, "epochs", CellValue.Of(epochs)), new(Epochs, "train_rows", CellValue.Of(CurveRows))];
}
