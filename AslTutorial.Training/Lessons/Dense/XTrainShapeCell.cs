using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The shape of the training set's pixels.</summary>
internal sealed class XTrainShapeCell : Cell
{
    public override string Id => "x-train-shape";

    protected override void Execute()
    {
        var xTrain = After<ImagesCell>().XTrain;

        // <listing>
        Show(xTrain.Shape);
        // </listing>
    }
}
