using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>
/// One batch through the net and into the loss. No cell of the lesson; it shows what an answer leads to. On the CPU always: on
/// a GPU a wrong label would end the whole process.
/// </summary>
internal sealed class FirstBatchCell : Cell
{
    public override string Id => "first-batch";

    protected override void Execute()
    {
        var (loaders, net) = (After<LoadersCell>(), After<ModelCell>().Model);
        var lossFunction = After<SummaryCell>().LossFunction;
        using var quiet = no_grad();
        net.cpu();
        var batch = Array.ConvertAll(loaders.TrainLoader.First(), tensor => tensor.cpu());
        var output = Try("output = model(x)", () => LayerWalk.Forward(net, batch[0], Session.Generator, Session.ThrowIfCancelled));
        var loss = Try("batch_loss = loss_function(output, y)", () => TorchErrors.Translate(() => lossFunction.forward(output, batch[1])));
        State(CellFactNames.FirstLoss, CellValue.Of(loss.item<float>()));
        State(CellFactNames.FirstAccuracy, CellValue.Of((output.argmax(1) == batch[1]).to(ScalarType.Float64).mean().item<double>()));
        Print(() => TensorText(output.shape));
    }

    private static string TensorText(long[] shape) => Cells.Printing.Torch.TensorPrinter.Size(shape);

    private static T Try<T>(string statement, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (PythonException error)
        {
            throw error.At("train-function", "train", statement);
        }
    }
}
