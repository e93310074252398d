using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Recipes;

/// <summary>Reads what cells set of a training, as running them would, and notes the first value that cannot be read.</summary>
internal sealed class SettingReader(NotebookValues values)
{
    /// <summary>The first value that cannot be read; the default stands in for it.</summary>
    public UnreadValue? Unread { get; private set; }

    /// <param name="id">A cell of the lesson.</param>
    /// <param name="name">One of its parameters.</param>
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
