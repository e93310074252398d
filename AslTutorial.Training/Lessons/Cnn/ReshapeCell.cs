using AslTutorial.Training.Cells.Engine;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The first rows as images.</summary>
internal sealed class ReshapeCell : Cell
{
    public override string Id => "reshape";

    public IReadOnlyDictionary<string, long> Sizes { get; private set; } = new Dictionary<string, long>();

    protected override void Execute()
    {
        var firstX = After<PeekCell>().FirstX;

        // <listing>
        const int ImgHeight = 28;
        const int ImgWidth = 28;
        const int ImgChs = 1;

        // zh-CN: -1 表示“这一维由元素总数算出”，即图像的张数
        // en: -1 means "work this one out from the count": the number of images
        firstX = firstX.Reshape(-1, ImgChs, ImgHeight, ImgWidth);
        Show(firstX.Shape);
        // </listing>
        Sizes = new Dictionary<string, long> { ["IMG_HEIGHT"] = ImgHeight, ["IMG_WIDTH"] = ImgWidth, ["IMG_CHS"] = ImgChs };
    }
}
