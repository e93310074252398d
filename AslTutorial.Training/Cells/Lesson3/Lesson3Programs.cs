using AslTutorial.Training.Cells.Kernel;

namespace AslTutorial.Training.Cells.Lesson3;

/// <summary>The programs of lesson 3 by the ids of their cells.</summary>
internal static class Lesson3Programs
{
    private static readonly Dictionary<string, Func<Cell>> Makers = new Func<Cell>[]
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

    public static IReadOnlyCollection<string> Ids => Makers.Keys;

    /// <summary>A new object of the cell's program.</summary>
    public static Cell Make(string id) => Makers[id]();
}
