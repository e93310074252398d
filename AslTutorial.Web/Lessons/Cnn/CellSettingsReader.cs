using AslTutorial.Training.Contracts;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Lessons.Cnn;

/// <summary>Reads the training settings in the cells model and dataloader, as running these cells would.</summary>
internal static class CellSettingsReader
{
    private const string Model = "model";
    private const string Loaders = "dataloader";

    public static CellSettings Read(NotebookValues values)
    {
        var reader = new SettingReader(values);
        var cnn = new CnnOptions(
            (int)reader.Value(Model, "kernel_size").Integer,
            reader.Value(Model, "dropout_block2").Real,
            reader.Value(Model, "dropout_head").Real);
        var (flattened, batch) = (reader.Value(Model, "flattened_size"), reader.Value(Loaders, "BATCH_SIZE"));
        return new(cnn, (int)flattened.Integer, (int)batch.Integer, reader.Unread);
    }
}
