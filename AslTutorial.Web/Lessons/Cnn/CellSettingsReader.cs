using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>Reads what the cells model and dataloader set of a training, as running them would.</summary>
internal static class CellSettingsReader
{
    private const string Model = "model";
    private const string Loaders = "dataloader";

    public static CellSettings Read(NotebookValues values)
    {
        UnreadValue? unread = null;
        return new(
            new CnnOptions((int)Value(Model, "kernel_size").Integer, Value(Model, "dropout_block2").Real, Value(Model, "dropout_head").Real),
            (int)Value(Model, "flattened_size").Integer,
            (int)Value(Loaders, "BATCH_SIZE").Integer,
            unread);

        CellValue Value(string id, string name)
        {
            var cell = values.Cells.Find(id) ?? throw new InvalidOperationException($"The lesson has no cell {id}.");
            var parameter = cell.Program.Find(name)!;
            var reading = values.Of(cell, parameter);
            if (reading.Fault is { } why)
            {
                unread ??= new(cell.Id, name, why);
            }

            return reading.Value ?? parameter.Default!;
        }
    }
}
