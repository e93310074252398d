using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads a learner's text in a gap or parameter.</summary>
internal sealed class ValueReader(GapReader gaps, ParameterReader parameters)
{
    /// <param name="text">As typed; null if nothing was typed.</param>
    public GapReading Read(NotebookCell cell, CellParameter parameter, string? text)
    {
        if (text is null)
        {
            return GapReading.Empty;
        }

        return NotebookCell.IsGap(parameter) ? gaps.Read(cell, parameter, text) : parameters.Read(parameter, text);
    }
}
