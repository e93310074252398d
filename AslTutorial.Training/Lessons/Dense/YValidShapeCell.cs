using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The shape of the validation set's labels.</summary>
internal sealed class YValidShapeCell : Cell
{
    public override string Id => "y-valid-shape";

    protected override void Execute()
    {
        var yValid = After<LabelsCell>().YValid;

        // <listing>
        Show(yValid.Shape);
        // </listing>
    }
}
