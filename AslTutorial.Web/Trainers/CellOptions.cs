using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Trainers;

/// <summary>The part of AslTutorial:Notebooks about executing cells.</summary>
internal sealed class CellOptions
{
    /// <summary>How long the site waits for a cell; the trainer itself stops one after 30 seconds.</summary>
    [Range(1, 600)]
    public int CellSeconds { get; set; } = 35;

    /// <summary>How many cells and executed checks of all notebooks together may wait for a trainer.</summary>
    [Range(1, 100_000)]
    public int WaitingAltogether { get; set; } = 2_000;
}
