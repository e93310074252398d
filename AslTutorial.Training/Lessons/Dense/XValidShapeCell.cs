using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>The shape of the validation set's pixels.</summary>
internal sealed class XValidShapeCell : Cell
{
    public override string Id => "x-valid-shape";

    protected override void Execute()
    {
        var xValid = After<ImagesCell>().XValid;

        // <listing>
        Show(xValid.Shape);
        // </listing>
    }
}
