using System.Globalization;
using AslTutorial.Training.Cells.Notebook;

namespace AslTutorial.Training.Lessons.Cnn;

/// <summary>The loop of the training cell, for a few epochs.</summary>
internal sealed class TrainEpochsCell : ShortTrainingCell
{
    public override string Id => "train-epochs";

    protected override void Call(TrainValidateCell cell)
    {
        for (var epoch = 0; epoch < Parameter("epochs"); epoch++)
        {
            cell.Log.Print(string.Create(CultureInfo.InvariantCulture, $"Epoch: {epoch}"));
            Call(cell.Functions, "train");
            Call(cell.Functions, "validate");
        }
    }

    private static void Call(PythonFunctions functions, string name)
    {
        try
        {
            functions.Call(name);
        }
        catch (PythonException error)
        {
            throw error.At("train", "<module>", $"{name}()");
        }
    }
}
