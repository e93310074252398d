using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The convolutional net. It prints nothing; the shapes in the listing's comments are facts of the run.</summary>
internal sealed class ModelCell : NetCell
{
    public override string Id => "model";

    protected override void Execute()
    {
        var imgChs = After<ReshapeCell>().Sizes["IMG_CHS"];

        // <listing>
        const int NClasses = 24;
        var kernelSize = Parameter("kernel_size");
        var flattenedSize = Parameter("flattened_size");

        var model = Sequential(
            // zh-CN: 第一块
            // en: Block 1
            Conv2d(imgChs, 25, kernelSize, stride: 1, padding: 1),  // ⟨layer.0.shape|25 x 28 x 28⟩
            BatchNorm2d(25),
            ReLU(),
            MaxPool2d(2, stride: 2),                                // ⟨layer.3.shape|25 x 14 x 14⟩

            // zh-CN: 第二块
            // en: Block 2
            Conv2d(25, 50, kernelSize, stride: 1, padding: 1),      // ⟨layer.4.shape|50 x 14 x 14⟩
            BatchNorm2d(50),
            ReLU(),
            Dropout(RealParameter("dropout_block2")),
            MaxPool2d(2, stride: 2),                                // ⟨layer.8.shape|50 x 7 x 7⟩

            // zh-CN: 第三块
            // en: Block 3
            Conv2d(50, 75, kernelSize, stride: 1, padding: 1),      // ⟨layer.9.shape|75 x 7 x 7⟩
            BatchNorm2d(75),
            ReLU(),
            MaxPool2d(2, stride: 2),                                // ⟨layer.12.shape|75 x 3 x 3⟩

            // zh-CN: 分类头
            // en: Head
            Flatten(),                                              // ⟨layer.13.shape|675⟩
            Linear(flattenedSize, 512),
            Dropout(RealParameter("dropout_head")),
            ReLU(),
            Linear(512, NClasses));                                 // ⟨layer.17.shape|24⟩
        // </listing>
        Model = Session.Own(model);
        foreach (var weights in model.parameters())
        {
            // Disposing a module does not dispose its parameters.
            Session.Own(weights);
        }

        Weights.Draw(model, Session.Generator);
        State(CellFactNames.Parameters, CellValue.Of(model.parameters().Sum(weights => weights.numel())));
        foreach (var fact in LayerWalk.Facts(model, DataloaderCell.BatchSizeOf(Session), imgChs, 28, 28))
        {
            State(fact.Name, fact.Value);
        }
    }
}
