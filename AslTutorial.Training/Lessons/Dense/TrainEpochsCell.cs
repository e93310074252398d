using System.Globalization;
using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>
/// The loop of the training cell on the first rows of the data, for a few epochs. No cell of the lesson; it shows what an
/// answer leads to.
/// </summary>
internal sealed class TrainEpochsCell : Cell
{
    public override string Id => "train-epochs";

    public override void Prepare(Session session) => session.Shorten((int)session.Value(Id, "train_rows").Integer);

    protected override void Execute()
    {
        var (train, validate) = (After<TrainFunctionCell>(), After<ValidateFunctionCell>());
        var log = new TrainingLog();
        (train.Log, validate.Log) = (log, log);
        try
        {
            for (var epoch = 0; epoch < Parameter("epochs"); epoch++)
            {
                log.Print(string.Create(CultureInfo.InvariantCulture, $"Epoch: {epoch}"));
                Call(train.Call, "train");
                Call(validate.Call, "validate");
            }
        }
        finally
        {
            Tell(log);
        }
    }

    private static void Call(Action function, string name)
    {
        try
        {
            function();
        }
        catch (PythonException error)
        {
            throw error.At("train", "<module>", $"{name}()");
        }
    }

    /// <summary>What was printed before an error is there too.</summary>
    private void Tell(TrainingLog log)
    {
        Print(() => log.Text);
        Show(() => log.Table);
        var loaders = After<LoadersCell>();
        State(CellFactNames.TrainCount, CellValue.Of(loaders.TrainN));
        State(CellFactNames.ValidCount, CellValue.Of(loaders.ValidN));
        foreach (var fact in log.Facts)
        {
            State(fact.Name, fact.Value);
        }
    }
}
