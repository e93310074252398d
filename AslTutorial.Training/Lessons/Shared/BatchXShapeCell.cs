using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>The shape of a batch's images.</summary>
internal sealed class BatchXShapeCell : Cell
{
    public override string Id => "batch-x-shape";

    protected override void Execute()
    {
        var batch = After<FetchedBatchCell>().Batch;

        // <listing>
        Show(batch[0].shape);
        // </listing>
    }
}
