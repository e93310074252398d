using AslTutorial.Training.Cells.Kernel;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The shape of a batch's labels.</summary>
internal sealed class BatchYShapeCell : Cell
{
    public override string Id => "batch-y-shape";

    protected override void Execute()
    {
        var batch = After<BatchCell>().Batch;

        // <listing>
        Show(batch[1].shape);
        // </listing>
    }
}
