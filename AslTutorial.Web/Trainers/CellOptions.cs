using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Trainers;

/// <summary>AslTutorial:Notebooks, what of it is about the orders for cells.</summary>
internal sealed class CellOptions
{
    /// <summary>How long a cell may take before the site gives it up; a trainer gives one up after 30 seconds.</summary>
    [Range(1, 600)]
    public int CellSeconds { get; set; } = 35;

    /// <summary>Cells of all notebooks, and checks that execute an answer, that may wait for a trainer.</summary>
    [Range(1, 100_000)]
    public int WaitingAltogether { get; set; } = 2_000;
}
