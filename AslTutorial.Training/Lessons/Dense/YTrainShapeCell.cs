using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The shape of the training set's labels.</summary>
internal sealed class YTrainShapeCell : Cell
{
    public override string Id => "y-train-shape";

    protected override void Execute()
    {
        var yTrain = After<LabelsCell>().YTrain;

        // <listing>
        Show(yTrain.Shape);
        // </listing>
    }
}
