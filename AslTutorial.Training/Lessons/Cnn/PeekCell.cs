using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The first rows without their labels.</summary>
internal sealed class PeekCell : Cell
{
    public override string Id => "peek";

    public NdArray FirstX { get; private set; } = null!;

    protected override void Execute()
    {
        var trainDf = After<LoadCell>().TrainDf;

        // <listing>
        // zh-CN: 前几行，去掉标签，只留像素
        // en: The first rows, without the label: pixels only
        var firstRows = trainDf.Head(Parameter("rows")).Copy();
        var labels = firstRows.Pop("label");
        var firstX = firstRows.ToNumpy();
        Show(firstX);
        // </listing>
        Show(() => HandGrid.Draw(firstX.Bytes.Span, [.. labels.Values.ToArray().Select(label => (long)label)]));
        FirstX = firstX;
    }
}
