using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using AslTutorial.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>
/// The first steps of train(): one batch through the model and into the loss. No cell of the lesson; it shows what an
/// answer to an exercise leads to. On the CPU always: on a GPU a wrong label would end the whole process.
/// </summary>
internal sealed class FirstBatchCell : Cell
{
    private const string Function = "train";

    public override string Id => "first-batch";

    protected override void Execute()
    {
        var (loaders, model) = (After<DataloaderCell>(), After<ModelCell>().Model);
        var lossFunction = After<SummaryCell>().LossFunction;
        var batch = Array.ConvertAll(loaders.TrainLoader.First(), tensor => tensor.cpu());
        Session.ThrowIfCancelled();
        Prepare(model.cpu());
        var output = Try("output = model(x)", () => LayerWalk.Forward(model, batch[0], Session.Generator, Session.ThrowIfCancelled));
        var loss = Try("batch_loss = loss_function(output, y)", () => TorchErrors.Translate(() => lossFunction.forward(output, batch[1])));
        State(CellFactNames.FirstLoss, CellValue.Of(loss.item<float>()));
        State(CellFactNames.FirstAccuracy, CellValue.Of(AccuracyCell.GetBatchAccuracy(output, batch[1], batch[1].shape[0])));
    }

    /// <summary>Training mode, and the memory layout in which convolutions on the CPU are right.</summary>
    private void Prepare(nn.Module model)
    {
        model.train();
        foreach (var conv in model.children().OfType<Conv2d>())
        {
            conv.weight = Session.Own(new Parameter(ChannelsLast.Copy(conv.weight!)));
        }
    }

    private static T Try<T>(string statement, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (PythonException error)
        {
            throw error.At("train-validate", Function, statement);
        }
    }
}
