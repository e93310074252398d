using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The shape of the first rows.</summary>
internal sealed class PeekShapeCell : Cell
{
    public override string Id => "peek-shape";

    protected override void Execute()
    {
        var firstX = After<PeekCell>().FirstX;

        // <listing>
        Show(firstX.Shape);
        // </listing>
    }
}
