using System.Globalization;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>
/// The range of both arrays as the learner's answer leaves them, the loss of the first three training steps with them, and
/// the loss of a validation batch after these. No cell of the lesson; it shows what an answer leads to.
/// </summary>
internal sealed class ThreeBatchesCell : Cell
{
    private const int Steps = 3;

    public override string Id => "three-batches";

    protected override void Execute()
    {
        var (arrays, loaders) = (After<NormalizeCell>(), After<LoadersCell>());
        Tell("x_train", arrays.XTrain);
        Tell("x_valid", arrays.XValid);
        Show(() => new CellTable(
            ["", "min()", "max()"],
            [["x_train", Number(arrays.XTrain.Min()), Number(arrays.XTrain.Max())], ["x_valid", Number(arrays.XValid.Min()), Number(arrays.XValid.Max())]]));

        var net = After<ModelCell>().Model;
        net.cpu();
        var lossFunction = After<SummaryCell>().LossFunction;
        using var optimizer = Adam(net.parameters(), lr: .001, beta1: .9, beta2: .999);
        var lines = new List<string>();
        foreach (var (batch, step) in loaders.TrainLoader.Take(Steps).Select((batch, step) => (batch, step)))
        {
            using var scope = NewDisposeScope();
            Session.ThrowIfCancelled();
            optimizer.zero_grad();
            var loss = Loss(net, lossFunction, batch);
            loss.backward();
            optimizer.step();
            Note(step == 0 ? CellFactNames.FirstLoss : $"train.loss.{step}", $"Train - Batch: {step}", loss, lines);
        }

        using var quiet = no_grad();
        Note("valid.loss", "Valid - Batch: 0", Loss(net, lossFunction, loaders.ValidLoader.First()), lines);
        Print(() => string.Join('\n', lines));
    }

    private Tensor Loss(Sequential net, CrossEntropyLoss lossFunction, Tensor[] batch) =>
        lossFunction.forward(LayerWalk.Forward(net, batch[0].cpu(), Session.Generator, Session.ThrowIfCancelled), batch[1].cpu());

    private void Note(string fact, string line, Tensor loss, List<string> lines)
    {
        var value = loss.item<float>();
        State(fact, CellValue.Of(value));
        lines.Add($"{line} Loss: {PythonFixed(value)}");
    }

    private void Tell(string name, NdArray array)
    {
        State($"{name}.min", array.Min());
        State($"{name}.max", array.Max());
    }

    private static string Number(CellValue number) => number.Kind == CellValueKind.Integer
        ? Cells.Printing.PythonText.Repr(number.Integer)
        : Cells.Printing.PythonText.Repr(number.Real);

    private static string PythonFixed(double value) => double.IsFinite(value)
        ? value.ToString("F4", CultureInfo.InvariantCulture)
        : Cells.Printing.PythonText.Special(value);
}
