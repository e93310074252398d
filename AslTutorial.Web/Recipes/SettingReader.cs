using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Recipes;

/// <summary>Reads training settings in cells, as running the cells would, and remembers the first value that cannot be read.</summary>
internal sealed class SettingReader(NotebookValues values)
{
    /// <summary>The first value that cannot be read; its default is used.</summary>
    public UnreadValue? Unread { get; private set; }

    /// <param name="id">A cell of the lesson.</param>
    /// <param name="name">A parameter of the cell.</param>
    public CellValue Value(string id, string name)
    {
        var cell = values.Cells.Find(id) ?? throw new InvalidOperationException($"The lesson has no cell {id}.");
        var parameter = cell.Program.Find(name)!;
        var reading = values.Of(cell, parameter);
        if (reading.Fault is { } why)
        {
            Unread ??= new(cell.Id, name, why);
        }

        return reading.Value ?? parameter.Default!;
    }
}
