using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Recipes;

/// <summary>Reads what the cells model and dataloader set of a training, as running them would.</summary>
internal static class CellSettingsReader
{
    private static readonly CellDescription Model = Lesson3Cells.Find("model")!;
    private static readonly CellDescription Loaders = Lesson3Cells.Find("dataloader")!;

    public static CellSettings Read(NotebookValues values)
    {
        UnreadValue? unread = null;
        return new(
            new CnnOptions((int)Value(Model, "kernel_size").Integer, Value(Model, "dropout_block2").Real, Value(Model, "dropout_head").Real),
            (int)Value(Model, "flattened_size").Integer,
            (int)Value(Loaders, "BATCH_SIZE").Integer,
            unread);

        CellValue Value(CellDescription cell, string name)
        {
            var parameter = cell.Parameters.First(one => one.Name == name);
            var reading = values.Of(cell, parameter);
            if (reading.Fault is { } why)
            {
                unread ??= new(cell.Id, name, why);
            }

            return reading.Value ?? parameter.Default!;
        }
    }
}
