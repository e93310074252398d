using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Lessons.Shared;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>
/// Defines train() or validate(); it is called by the short trainings that show what an answer leads to. On the CPU always: on
/// a GPU a wrong label would end the whole process.
/// </summary>
internal abstract class FunctionCell : Cell
{
    /// <summary>The function's name.</summary>
    protected abstract string Function { get; }

    /// <summary>What the functions of one training print.</summary>
    public TrainingLog Log { get; set; } = new();

    protected LoadersCell Loaders { get; private set; } = null!;

    protected Sequential Net { get; private set; } = null!;

    /// <summary>The function, called.</summary>
    /// <exception cref="PythonException">With the statement that failed, where one is known.</exception>
    public abstract void Call();

    protected sealed override void Execute()
    {
        Loaders = After<LoadersCell>();
        Net = After<ModelCell>().Model;
        Net.cpu();
        MakeReady();
    }

    /// <summary>What the function needs beside the net.</summary>
    protected virtual void MakeReady()
    {
    }

    protected Tensor Model(Tensor x) =>
        Try("output = model(x)", () => LayerWalk.Forward(Net, x.cpu(), Session.Generator, Session.ThrowIfCancelled));

    protected Tensor LossFunction(Tensor output, Tensor y) => Try(
        is_grad_enabled() ? "batch_loss = loss_function(output, y)" : "loss += loss_function(output, y).item()",
        () =>
        {
            var loss = TorchErrors.Translate(() => After<SummaryCell>().LossFunction.forward(output, y.cpu()));
            Log.NoteLoss(loss.item<float>());
            return loss;
        });

    protected BatchAccuracy GetBatchAccuracy(Tensor output, Tensor y, long n) => Try(
        $"accuracy += get_batch_accuracy(output, y, {(n == Loaders.TrainN ? "train_N" : "valid_N")})",
        () =>
        {
            var accuracy = After<AccuracyCell>().Call(output, y.cpu(), n, Loaders);
            Log.NoteAccuracy(Function, (output.argmax(1) == y.cpu()).sum().item<long>(), y.shape[0], n);
            return accuracy;
        });

    protected void PrintLine(string word, double loss, BatchAccuracy accuracy) => Log.PrintSums(
        Function, Function, word, loss, Try($"print(f\"{word} - Loss: {{loss:.4f}} Accuracy: {{accuracy:.4f}}\")", accuracy.ForPrint));

    /// <summary>Each batch's tensors are gone before the next one is made.</summary>
    protected IEnumerable<(Tensor X, Tensor Y)> Walk(Cells.Notebook.DataLoader loader)
    {
        Log.NoteBegin();
        using var batches = loader.GetEnumerator();
        while (true)
        {
            Session.ThrowIfCancelled();
            using var scope = NewDisposeScope();
            if (!batches.MoveNext())
            {
                yield break;
            }

            yield return (batches.Current[0], batches.Current[1]);
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
            throw error.At(Id, Function, statement);
        }
    }
}
