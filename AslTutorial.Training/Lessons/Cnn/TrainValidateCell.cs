using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Lessons.Shared;
using AslTutorial.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>
/// Defines the two functions, under the learner's names. Their calls come from the cells after it. On the CPU always: on
/// a GPU a wrong label would end the whole process.
/// </summary>
internal sealed class TrainValidateCell : Cell
{
    private Action _first = () => { };
    private Action _second = () => { };

    public override string Id => "train-validate";

    public PythonFunctions Functions { get; } = new();

    /// <summary>What the functions have printed and computed.</summary>
    public TrainingLog Log { get; } = new();

    public void CallFirst() => _first();

    public void CallSecond() => _second();

    protected override void Execute()
    {
        var (loaders, net) = (After<DataloaderCell>(), After<ModelCell>().Model);
        var criterion = After<SummaryCell>().LossFunction;
        After<AccuracyCell>();
        Prepare(net);
        var optimizer = Session.Own(Adam(net.parameters(), lr: .001, beta1: .9, beta2: .999));
        var (trainN, validN) = (loaders.TrainN, loaders.ValidN);

        // <listing>
        Define(Gap("first_name"), () =>
        {
            var (loss, accuracy) = (0.0, 0.0);

            Mode(Gap("first_mode"));
            using (no_grad())
            {
                foreach (var batch in Loader(Gap("first_loader")))
                {
                    var (x, y) = (batch[0], batch[1]);
                    var output = Model(x);
                    loss += LossFunction(output, y).item<float>();
                    accuracy += GetBatchAccuracy(output, y, validN);
                }
            }
            PrintLine(Gap("first_word"), loss, accuracy);
        });

        Define(Gap("second_name"), () =>
        {
            var (loss, accuracy) = (0.0, 0.0);

            Mode(Gap("second_mode"));
            foreach (var batch in Loader(Gap("second_loader")))
            {
                var (x, y) = (batch[0], batch[1]);
                var output = Model(x);
                optimizer.zero_grad();
                var batchLoss = LossFunction(output, y);
                batchLoss.backward();
                optimizer.step();

                loss += batchLoss.item<float>();
                accuracy += GetBatchAccuracy(output, y, trainN);
            }
            PrintLine(Gap("second_word"), loss, accuracy);
        });
        // </listing>

        void Mode(Operand word) => Try($"model.{word.Source}()", () =>
        {
            ModelMode.Call(net, word);
            return true;
        });

        IEnumerable<Tensor[]> Loader(Operand word) => Walk(Try(
            $"for x, y in {word.Source}:",
            () => LoopSource.Open(word, Functions, loaders.TrainLoader, loaders.ValidLoader)));

        Tensor Model(Tensor x) => Try("output = model(x)", () => LayerWalk.Forward(net, x.cpu(), Session.Generator, Session.ThrowIfCancelled));

        Tensor LossFunction(Tensor output, Tensor y) => Try(
            is_grad_enabled() ? "batch_loss = loss_function(output, y)" : "loss += loss_function(output, y).item()",
            () =>
            {
                var loss = TorchErrors.Translate(() => criterion.forward(output, y.cpu()));
                Log.NoteLoss(loss.item<float>());
                return loss;
            });
    }

    /// <summary>Training mode, and the memory layout in which convolutions on the CPU are right.</summary>
    private void Prepare(Sequential net)
    {
        net.cpu();
        foreach (var conv in net.children().OfType<Conv2d>())
        {
            conv.weight = Session.Own(new Parameter(ChannelsLast.Copy(conv.weight!)));
        }

        net.train();
    }

    private void Define(Operand name, Action body)
    {
        if (name.Value.Kind != CellValueKind.Name || name.Value.Text == "None")
        {
            throw new PythonException("SyntaxError", "invalid syntax").At(Id, "<module>", $"def {name.Source}():");
        }

        Functions.Define(name.Value.Text, body);
        Action run = () => Functions.Run(name.Value.Text, body);
        (_first, _second) = name.Gap == "first_name" ? (run, _second) : (_first, run);
    }

    private double GetBatchAccuracy(Tensor output, Tensor y, long n)
    {
        var accuracy = AccuracyCell.GetBatchAccuracy(output, y.cpu(), n);
        Log.NoteAccuracy(Functions.Current, accuracy * n, y.shape[0], n);
        return accuracy;
    }

    private void PrintLine(Operand word, double loss, double accuracy)
    {
        // The word stands inside a string of the listing: it needs no quotes, and with them it is the same.
        Log.PrintSums(word.Gap!.Split('_')[0], Functions.Current, word.Value.Kind == CellValueKind.String ? word.Value.Text : word.Source, loss, accuracy);
    }

    /// <summary>Each batch's tensors are gone before the next one is made.</summary>
    private IEnumerable<Tensor[]> Walk(IEnumerable<Tensor[]> source)
    {
        Log.NoteBegin();
        using var batches = source.GetEnumerator();
        while (true)
        {
            Session.ThrowIfCancelled();
            using var scope = NewDisposeScope();
            if (!batches.MoveNext())
            {
                yield break;
            }

            yield return batches.Current;
        }
    }

    private T Try<T>(string statement, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (PythonException error)
        {
            throw error.At(Id, Functions.Current, statement);
        }
    }
}
