using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads what a learner wrote in a gap. Nothing of it is executed.</summary>
internal interface IGapReader
{
    /// <param name="cell">The exercise the gap stands in.</param>
    /// <param name="text">As typed, of any length.</param>
    GapReading Read(CellDescription cell, CellParameter gap, string text);
}
