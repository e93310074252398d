using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Shared;

/// <summary>The shape of a batch's labels.</summary>
internal sealed class BatchYShapeCell : Cell
{
    public override string Id => "batch-y-shape";

    protected override void Execute()
    {
        var batch = After<FetchedBatchCell>().Batch;

        // <listing>
        Show(batch[1].shape);
        // </listing>
    }
}
