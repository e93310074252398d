using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using static TorchSharp.torch;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>Defines how a batch's accuracy is counted. Like Python it looks at the learner's names when it is called.</summary>
internal sealed class AccuracyCell : Cell
{
    public override string Id => "accuracy";

    /// <summary>A call from train() or validate().</summary>
    /// <exception cref="PythonException">With the statement that failed.</exception>
    public BatchAccuracy Call(Tensor output, Tensor y, long n, LoadersCell loaders)
    {
        var names = new AccuracyNames(output, y, n, loaders);
        try
        {
            return TorchErrors.Translate(() => GetBatchAccuracy(names, output, y, n));
        }
        catch (PythonException error)
        {
            var statement = names.Pred is null ? $"pred = {Gap("output").Source}.argmax(dim=1, keepdim=True)"
                : names.Correct is null ? $"correct = pred.eq({Gap("labels").Source}.view_as(pred)).sum().item()"
                : $"return correct / {Gap("count").Source}";
            throw error.At(Id, "get_batch_accuracy", statement);
        }
    }

    protected override void Execute()
    {
        // A definition prints nothing.
    }

    // <listing>
    private BatchAccuracy GetBatchAccuracy(/*-*/AccuracyNames names, /*-*/Tensor output, Tensor y, long n)
    {
        // zh-CN: 24 个输出里最大的那个，就是模型选的字母
        // en: The largest of the 24 outputs is the letter the model picks
        var pred = /*-*/names.Note(names.Tensor("argmax", /*-*/Gap("output")/*-*/)/*-*/.argmax(dim: 1, keepdim: true)/*-*/)/*-*/;
        var correct = /*-*/names.Note(/*-*/pred.eq(/*-*/names.Tensor("view_as", /*-*/Gap("labels")/*-*/)/*-*/.view_as(pred)).sum().item<long>()/*-*/)/*-*/;
        return correct / /*-*/names.Divisor(/*-*/Gap("count")/*-*/)/*-*/;
    }
    // </listing>
}
