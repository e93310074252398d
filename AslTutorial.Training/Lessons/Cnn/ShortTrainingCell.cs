using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>
/// Calls the learner's functions on the first rows of the data. No cell of the lesson; it shows what an answer leads to.
/// </summary>
internal abstract class ShortTrainingCell : Cell
{
    public sealed override void Prepare(Session session) => session.Shorten((int)session.Value(Id, "train_rows").Integer);

    protected sealed override void Execute()
    {
        var cell = After<TrainValidateCell>();
        try
        {
            Call(cell);
        }
        finally
        {
            Tell(cell.Log);
        }
    }

    protected abstract void Call(TrainValidateCell cell);

    /// <summary>What was printed before an error is there too.</summary>
    private void Tell(TrainingLog log)
    {
        if (!log.IsEmpty)
        {
            Print(() => log.Text);
            Show(() => log.Table);
        }

        var loaders = After<DataloaderCell>();
        State(CellFactNames.TrainCount, CellValue.Of(loaders.TrainN));
        State(CellFactNames.ValidCount, CellValue.Of(loaders.ValidN));
        foreach (var fact in log.Facts)
        {
            State(fact.Name, fact.Value);
        }
    }
}
